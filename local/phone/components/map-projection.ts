/** A place on the earth, in degrees. */
export interface LatLng {
  latitude: number
  longitude: number
}

export interface PixelPoint {
  x: number
  y: number
}

/** What a map shows: its middle, its scale (WeChat's 3 to 20) and its size in pixels. */
export interface MapView {
  readonly center: LatLng
  readonly scale: number
  readonly width: number
  readonly height: number
}

/** The whole earth is this many pixels wide at scale 0. */
const WORLD = 256

const toRadians = (degrees: number): number => (degrees * Math.PI) / 180

/** Web Mercator: a place as a point of the whole earth's map, 0 to 1 in both directions. */
export function toWorld({ latitude, longitude }: LatLng): PixelPoint {
  const sine = Math.sin(toRadians(latitude))
  return {
    x: longitude / 360 + 0.5,
    y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI),
  }
}

/** The place of a point of the whole earth's map. */
function fromWorld({ x, y }: PixelPoint): LatLng {
  const latitude = (360 / Math.PI) * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - 90
  return { latitude, longitude: (x - 0.5) * 360 }
}

/** Pixels across the whole earth at a scale. */
export const worldSize = (scale: number): number => WORLD * 2 ** scale

/** Where a place is on the map, from its top left corner. */
export function toPixel(view: MapView, place: LatLng): PixelPoint {
  const size = worldSize(view.scale)
  const [middle, point] = [toWorld(view.center), toWorld(place)]
  return {
    x: view.width / 2 + (point.x - middle.x) * size,
    y: view.height / 2 + (point.y - middle.y) * size,
  }
}

/** The place under a pixel of the map. */
export function toPlace(view: MapView, pixel: PixelPoint): LatLng {
  const size = worldSize(view.scale)
  const middle = toWorld(view.center)
  return fromWorld({
    x: middle.x + (pixel.x - view.width / 2) / size,
    y: middle.y + (pixel.y - view.height / 2) / size,
  })
}

/** Pixels that a number of metres is at a latitude. */
export function metresToPixels(scale: number, latitude: number, metres: number): number {
  const EQUATOR = 40_075_016.686
  return (metres * worldSize(scale)) / (EQUATOR * Math.cos(toRadians(latitude)))
}

/** The view that shows all places, with a margin of pixels [top, right, bottom, left]. */
export function viewOf(
  view: MapView,
  places: readonly LatLng[],
  padding: readonly [number, number, number, number],
  scales: { min: number; max: number },
): MapView {
  const points = places.map(toWorld)
  if (points.length === 0) return view
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  const [left, right, top, bottom] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
  ]
  const [padTop, padRight, padBottom, padLeft] = padding
  const roomX = Math.max(1, view.width - padLeft - padRight)
  const roomY = Math.max(1, view.height - padTop - padBottom)
  const fitting = Math.min(roomX / (right - left || 1e-9), roomY / (bottom - top || 1e-9))
  const scale = Math.max(scales.min, Math.min(scales.max, Math.log2(fitting / WORLD)))
  const size = worldSize(scale)
  const center = fromWorld({
    x: (left + right) / 2 + (padRight - padLeft) / 2 / size,
    y: (top + bottom) / 2 + (padBottom - padTop) / 2 / size,
  })
  return { ...view, center, scale }
}
