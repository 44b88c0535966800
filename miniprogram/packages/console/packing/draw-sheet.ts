import { sheet } from './packing-sheet'
import type { Mark, Measure } from './packing-sheet'

type Context = WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D

const font = (size: number, isStrong: boolean) =>
  `${isStrong ? 'bold ' : ''}${size}px "PingFang SC", "Noto Sans CJK SC", sans-serif`

/** Measures with the canvas the sheet is drawn on. */
export const measureOn =
  (context: Context): Measure =>
  (text, size, isStrong) => {
    context.font = font(size, isStrong)
    return context.measureText(text).width
  }

/** Draws black on white, as a printer wants it, at the density of print. */
export function drawSheet(context: Context, marks: readonly Mark[]): void {
  context.setTransform(sheet.pixels, 0, 0, sheet.pixels, 0, 0)
  context.fillStyle = 'white'
  context.fillRect(0, 0, sheet.width, sheet.height)
  context.fillStyle = 'black'
  context.strokeStyle = 'black'
  context.lineWidth = 1
  for (const mark of marks) {
    if (mark.kind === 'rule') context.fillRect(24, mark.y, sheet.width - 48, 0.7)
    else if (mark.kind === 'box') context.strokeRect(mark.x, mark.y, mark.size, mark.size)
    else {
      context.font = font(mark.size, mark.isStrong)
      context.textAlign = mark.align
      context.fillText(mark.text, mark.x, mark.y)
    }
  }
}
