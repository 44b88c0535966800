import { layPoster, posterColours, posterWidth } from './poster-layout'
import type { PosterPart, PosterWords } from './poster-layout'

/** What `fields({ node: true })` gives for a canvas. */
export type CanvasNode = WechatMiniprogram.Canvas
type Context = WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D

/** Sharp in an album also when it was drawn on a phone of few dots. */
const leastScale = 3

interface Pictures {
  product: string
  code: string
}

/**
 * Draws the poster into the canvas, as many dots to a point as the screen has and never less than
 * three, and says how high it is against its width. The pictures are paths on the phone.
 */
export async function drawPoster(
  canvas: CanvasNode,
  words: PosterWords,
  pictures: Pictures,
): Promise<{ ratio: number }> {
  const [product, code] = await Promise.all([
    loadPicture(canvas, pictures.product),
    loadPicture(canvas, pictures.code),
  ])
  const context = canvas.getContext('2d')
  const measure = (text: string, font: string) => {
    context.font = font
    return context.measureText(text).width
  }
  const { height, parts } = layPoster(words, measure)
  const scale = Math.max(leastScale, wx.getWindowInfo().pixelRatio)
  // Its size also wipes it, so a second drawing does not lie over the first.
  canvas.width = posterWidth * scale
  canvas.height = Math.ceil(height * scale)
  context.scale(scale, scale)
  context.fillStyle = posterColours.paper
  context.fillRect(0, 0, posterWidth, height)
  for (const part of parts) drawPart(context, part, { product, code })
  return { ratio: height / posterWidth }
}

function loadPicture(canvas: CanvasNode, src: string): Promise<WechatMiniprogram.Image> {
  return new Promise((resolve, reject) => {
    const image = canvas.createImage()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error(`a picture of the poster did not load: ${src}`))
    image.src = src
  })
}

type Loaded = Record<'product' | 'code', WechatMiniprogram.Image>

function drawPart(context: Context, part: PosterPart, loaded: Loaded): void {
  if (part.kind === 'picture') {
    context.drawImage(loaded[part.which], part.x, part.y, part.size, part.size)
    return
  }
  context.fillStyle = posterColours[part.colour]
  if (part.kind === 'ground') {
    const { x, y, width, height, radius } = part
    context.beginPath()
    context.moveTo(x + radius, y)
    context.arcTo(x + width, y, x + width, y + height, radius)
    context.arcTo(x + width, y + height, x, y + height, radius)
    context.arcTo(x, y + height, x, y, radius)
    context.arcTo(x, y, x + width, y, radius)
    context.fill()
    return
  }
  context.font = part.font
  context.fillText(part.text, part.x, part.y)
  if (!part.isCrossedOut) return
  const middle = part.y - 4.5
  context.fillRect(part.x, middle, context.measureText(part.text).width, 1)
}
