import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { findBrowser } from '../../scripts/find-browser'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A headless Chromium that draws without the graphics card and asks for nothing. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await findBrowser()
  try {
    return await chromium.launch({ executablePath, args: quiet })
  } catch (cause) {
    throw new Error(
      `${executablePath} does not start. Put the path of a Chromium or Chrome into CHROMIUM.`,
      { cause },
    )
  }
}
