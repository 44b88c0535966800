/// <reference lib="dom" />
/** The part of drawing that runs inside the browser. */
import { boxOf, paintOf, quietShadow } from './cut-out'
import type { RasterJob } from './raster'

const canvasOf = (
  width: number,
  height: number,
): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } => {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2d canvas')
  return { canvas, context }
}

const load = async (svg: string): Promise<HTMLImageElement> => {
  const picture = new Image()
  picture.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  await picture.decode()
  return picture
}

const drawCutOut = (
  context: CanvasRenderingContext2D,
  picture: HTMLImageElement,
  { width, height, fill = 1 }: RasterJob,
): void => {
  const { context: whole } = canvasOf(picture.width, picture.height)
  whole.drawImage(picture, 0, 0)
  const box = boxOf(paintOf(whole.getImageData(0, 0, picture.width, picture.height)), picture.width)
  const scale = Math.min((width * fill) / box.width, (height * fill) / box.height)
  const x = width / 2 - (box.x + box.width / 2) * scale
  const y = height / 2 - (box.y + box.height / 2) * scale
  // drawn from the vectors at its final size, so that nothing is enlarged
  context.drawImage(picture, x, y, picture.width * scale, picture.height * scale)
  const pixels = context.getImageData(0, 0, width, height)
  quietShadow(pixels)
  context.putImageData(pixels, 0, 0)
}

const roundOpacity = (context: CanvasRenderingContext2D, job: RasterJob, step: number): void => {
  const pixels = context.getImageData(0, 0, job.width, job.height)
  for (let i = 3; i < pixels.data.length; i += 4)
    pixels.data[i] = Math.round((pixels.data[i] ?? 0) / step) * step
  context.putImageData(pixels, 0, 0)
}

/** The job as base64 of a WebP file. */
export const draw = async (job: RasterJob): Promise<string> => {
  const picture = await load(job.svg)
  const { canvas, context } = canvasOf(job.width, job.height)
  if (job.fill === undefined) context.drawImage(picture, 0, 0, job.width, job.height)
  else drawCutOut(context, picture, job)
  if (job.opacityStep) roundOpacity(context, job, job.opacityStep)
  URL.revokeObjectURL(picture.src)
  const file = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, 'image/webp', job.quality)
  })
  if (file?.type !== 'image/webp') throw new Error('this browser cannot write WebP')
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
