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
import { placeDrawings } from './place-drawings'
import { productDrawings } from './product-drawings'
import { openRaster } from './raster'

const PICTURES = resolve(__dirname, 'pictures')

const inFolder =
  (folder: string) =>
  (drawing: Drawing): Drawing => ({ ...drawing, file: resolve(folder, drawing.file) })

const main = async (beginning = ''): Promise<void> => {
  const drawings = [...productDrawings(), ...placeDrawings()]
    .filter(({ file }) => file.startsWith(beginning))
    .map(inFolder(PICTURES))
  const raster = await openRaster()
  let bytes = 0
  for (const { file, job } of drawings) {
    const picture = await raster.draw(job)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, picture)
    bytes += picture.length
  }
  await raster.close()
  console.log(`${drawings.length} pictures, ${Math.round(bytes / 1024)} KB`)
}

void main(process.argv[2])
