/**
 * Draws every picture of the demo company again and writes the files that the repository keeps.
 *
 *     npx tsx scripts/demo/draw.ts             all of them
 *     npx tsx scripts/demo/draw.ts tea-guyu    only files whose name begins so
 *
 * Needs a Chromium, and Noto Serif CJK SC and Noto Sans CJK SC, since labels are lettered.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Drawing } from './drawing'
import { packageDrawings } from './package-drawings'
import { placeDrawings } from './place-drawings'
import { productDrawings } from './product-drawings'
import { openRaster } from './raster'

/** What the seed uploads, and what stands inside the mini program's package. */
const PICTURES = resolve(__dirname, 'pictures')
const PACKAGE = resolve(__dirname, '../../miniprogram/images')

const inFolder =
  (folder: string) =>
  (drawing: Drawing): Drawing => ({ ...drawing, file: resolve(folder, drawing.file) })

const main = async (beginning = ''): Promise<void> => {
  const named = (drawing: Drawing): boolean => drawing.file.startsWith(beginning)
  const drawings = [
    ...[...productDrawings(), ...placeDrawings()].filter(named).map(inFolder(PICTURES)),
    ...packageDrawings().filter(named).map(inFolder(PACKAGE)),
  ]
  const raster = await openRaster()
  let bytes = 0
  for (const { file, draw } of drawings) {
    const picture = await raster.draw(draw())
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, picture)
    bytes += picture.length
  }
  await raster.close()
  console.log(`${drawings.length} pictures, ${Math.round(bytes / 1024)} KB`)
}

void main(process.argv[2])
