import fs from 'node:fs'
import path from 'node:path'
import { transform } from 'esbuild'
import postcss from 'postcss'
import { pagesSource, tdesignSource } from '../paths'
import { BuildError } from './build-error'

const packageName = 'tdesign-miniprogram'

/**
 * The part of TDesign that the pages use, as files of `miniprogram_npm/tdesign-miniprogram`:
 * the whole library is as large as a main package may be, so only what is reachable from the
 * named components is taken. Its modules become CommonJS, and its icons our own subset, because
 * its style sheet loads a font from a CDN.
 */
export async function buildTDesign(
  components: readonly string[],
  minify: boolean,
): Promise<Map<string, string | Buffer>> {
  const output = new Map<string, string | Buffer>()
  const queue = components.flatMap((component) => componentFiles(component))
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (output.has(file)) continue
    const source = fs.readFileSync(path.join(tdesignSource, file), 'utf8')
    output.set(file, source)
    queue.push(...referencesOf(file, source))
    if (file.endsWith('.js')) output.set(file, await toCommonJs(source, minify))
    if (file === 'icon/icon.wxss') output.set(file, withOwnIcons(source))
  }
  return output
}

/** The TDesign components that a component's json names, as paths inside the package. */
export function tdesignComponentsIn(json: string): string[] {
  const { usingComponents = {} } = JSON.parse(json) as { usingComponents?: Record<string, string> }
  return Object.values(usingComponents)
    .filter((reference) => reference.startsWith(`${packageName}/`))
    .map((reference) => reference.slice(packageName.length + 1))
}

function componentFiles(component: string): string[] {
  const files = ['js', 'json', 'wxml', 'wxss']
    .map((extension) => `${component}.${extension}`)
    .filter((file) => fs.existsSync(path.join(tdesignSource, file)))
  if (files.length === 0) {
    throw new BuildError(`TDesign has no component "${component}"`, packageName)
  }
  return files
}

function referencesOf(file: string, source: string): string[] {
  const folder = path.posix.dirname(file)
  const from = (reference: string) => path.posix.join(folder, reference)
  const all = (pattern: RegExp) => [...source.matchAll(pattern)].map((match) => match[1] ?? '')
  if (file.endsWith('.js')) {
    return all(/(?:from|import)\s*["']([^"']+)["']/g).map((name) => moduleFile(folder, name))
  }
  if (file.endsWith('.json')) {
    const { usingComponents = {} } = JSON.parse(source) as {
      usingComponents?: Record<string, string>
    }
    return Object.values(usingComponents).flatMap((name) => componentFiles(from(name)))
  }
  if (file.endsWith('.wxml')) {
    return all(/<(?:import|include|wxs)\b[^>]*\bsrc="([^"]+)"/g).map(from)
  }
  if (file.endsWith('.wxs')) return all(/require\(["']([^"']+)["']\)/g).map(from)
  return all(/@import\s*["']([^"']+)["']/g).map(from)
}

function moduleFile(folder: string, name: string): string {
  const base = name.startsWith('.')
    ? path.posix.join(folder, name)
    : path.posix.join('miniprogram_npm', name)
  for (const file of [`${base}.js`, `${base}/index.js`]) {
    if (fs.existsSync(path.join(tdesignSource, file))) return file
  }
  throw new BuildError(`TDesign imports "${name}", which is not there`, `${packageName}/${folder}`)
}

async function toCommonJs(source: string, minify: boolean): Promise<string> {
  const { code } = await transform(source, {
    loader: 'js',
    format: 'cjs',
    target: 'es2018',
    minify,
  })
  return code
}

function withOwnIcons(source: string): string {
  const sheet = postcss.parse(source)
  sheet.walkAtRules('font-face', (rule) => void rule.remove())
  sheet.walkRules(/\.t-icon-[\w-]+:+before/, (rule) => void rule.remove())
  return `${sheet.toString()}\n${fs.readFileSync(path.join(pagesSource, 'styles', 'icons.wxss'), 'utf8')}`
}
