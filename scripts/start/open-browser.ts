import { spawn } from 'node:child_process'

/** Opens the page in the person's own browser; where there is none, the printed address is enough. */
export function openBrowser(url: string): void {
  const [program, ...options] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url]
  const child = spawn(program ?? 'xdg-open', options, { stdio: 'ignore', detached: true })
  child.on('error', () => console.log(`Open ${url} in a browser.`))
  child.unref()
}
