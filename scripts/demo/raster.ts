import { resolve } from 'node:path'
import { buildSync } from 'esbuild'
import { chromium } from 'playwright-core'
import { findBrowser } from '../find-browser'

export interface RasterJob {
  svg: string
  width: number
  height: number
  /** of the WebP file, 0 to 1 */
  quality: number
  /** Cuts the drawing out, centres it and lets it fill this share of the picture. */
  fill?: number
  /** Rounds the transparency, of 255: WebP keeps it without loss, so fewer steps are smaller. */
  opacityStep?: number
}

export interface Raster {
  /** The bytes of a WebP file. */
  draw(job: RasterJob): Promise<Buffer>
  close(): Promise<void>
}

const pageScript = (): string => {
  const { outputFiles } = buildSync({
    entryPoints: [resolve(__dirname, 'raster-page.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'rasterPage',
    write: false,
  })
  return outputFiles.map((file) => file.text).join('')
}

/** Draws with a headless Chromium, which has the fonts that the labels need. */
export const openRaster = async (): Promise<Raster> => {
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
  const page = await browser.newPage()
  await page.addScriptTag({ content: pageScript() })
  return {
    draw: async (job) => {
      const packed = await page.evaluate<string>(`rasterPage.draw(${JSON.stringify(job)})`)
      return Buffer.from(packed, 'base64')
    },
    close: () => browser.close(),
  }
}
