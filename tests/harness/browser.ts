import fs from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A headless Chromium: the machine's own where there is one, else the one in the npm package. */
export async function openBrowser(): Promise<Browser> {
  const system = [process.env['CHROMIUM'], ...systemBrowsers].find(
    (file) => file !== undefined && fs.existsSync(file),
  )
  if (system) return chromium.launch({ executablePath: system, args: quiet })
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: [...sparticuz.args, ...quiet],
  })
}
