/// <reference lib="dom" />
/** What a drawing on a clear ground is made of: paint, and the shadow it throws. */

const SOLID = 140
const BARELY = 8
const LIGHT = 120

/**
 * 1 for every pixel that is paint and 0 for shadow and air. Paint is solid, or light: glass and
 * highlights let through what is behind them, too.
 */
export const paintOf = ({ data, width, height }: ImageData): Uint8Array =>
  Uint8Array.from({ length: width * height }, (_, i) => {
    const [red = 0, opacity = 0] = [data[i * 4], data[i * 4 + 3]]
    return opacity > SOLID || (opacity > BARELY && red > LIGHT) ? 1 : 0
  })

/** The smallest box around all paint. */
export const boxOf = (
  paint: Uint8Array,
  width: number,
): { x: number; y: number; width: number; height: number } => {
  let [left, top, right, bottom] = [Infinity, Infinity, 0, 0]
  paint.forEach((isPaint, i) => {
    if (!isPaint) return
    const [x, y] = [i % width, Math.floor(i / width)]
    left = Math.min(left, x)
    right = Math.max(right, x + 1)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y + 1)
  })
  if (right === 0) throw new Error('there is nothing on this picture')
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Mean of the neighbours along one direction, over everything but what is masked. */
const smoothed = (
  values: Float32Array<ArrayBuffer>,
  mask: Uint8Array,
  width: number,
  radius: number,
  stride: number,
): typeof values => {
  const height = values.length / width
  return values.map((own, i) => {
    if (mask[i]) return own
    const [x, y] = [i % width, Math.floor(i / width)]
    const [at, end] = stride === 1 ? [x, width] : [y, height]
    let [sum, count] = [0, 0]
    for (let step = -Math.min(radius, at); step <= Math.min(radius, end - 1 - at); step++) {
      if (mask[i + step * stride]) continue
      sum += values[i + step * stride] ?? 0
      count++
    }
    return sum / count
  })
}

/**
 * Makes the shadow even and cheap to store: WebP keeps transparency without loss, so that the noise
 * of a painted shadow costs more than the drawing itself. Away from paint the transparency is
 * smoothed and rounded, the colour is set flat, and the shadow fades before it meets the edge.
 */
export const quietShadow = (pixels: ImageData): void => {
  const { data, width, height } = pixels
  const SHADE = [54, 26, 20]
  const SHADOW_STEP = 4
  const PAINT_STEP = 16
  const OPAQUE = 236
  const radius = Math.round(width / 125)
  const margin = width * 0.07

  const paint = paintOf(pixels)
  const around = [-2, -1, 0, 1, 2].flatMap((dy) => [-2, -1, 0, 1, 2].map((dx) => dy * width + dx))
  const near = paint.map((_, i) => (around.some((offset) => paint[i + offset]) ? 1 : 0))
  const smooth = (values: Float32Array<ArrayBuffer>): typeof values =>
    smoothed(smoothed(values, near, width, radius, 1), near, width, radius, width)

  const opacity = Float32Array.from(paint, (_, i) => data[i * 4 + 3] ?? 0)
  smooth(smooth(opacity)).forEach((own, i) => {
    if (near[i]) {
      data[i * 4 + 3] = own > OPAQUE ? 255 : Math.round(own / PAINT_STEP) * PAINT_STEP
      return
    }
    const [x, y] = [i % width, Math.floor(i / width)]
    const fade = Math.min(1, Math.min(x, y, width - 1 - x, height - 1 - y) / margin)
    data.set(SHADE, i * 4)
    data[i * 4 + 3] = Math.round((own * fade) / SHADOW_STEP) * SHADOW_STEP
  })
}
