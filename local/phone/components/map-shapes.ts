import { metresToPixels, toPixel } from './map-projection'
import type { LatLng, MapView } from './map-projection'

/** WeChat's `polyline` entry. */
export interface Polyline {
  points?: LatLng[]
  color?: string
  width?: number
  dottedLine?: boolean
  arrowLine?: boolean
  borderColor?: string
  borderWidth?: number
}

/** WeChat's `circles` entry; the radius is in metres. */
export interface Circle extends LatLng {
  color?: string
  fillColor?: string
  radius?: number
  strokeWidth?: number
}

/** WeChat's `polygons` entry. */
export interface Polygon {
  points?: LatLng[]
  strokeWidth?: number
  strokeColor?: string
  fillColor?: string
  dashArray?: number[]
}

type Pen = CanvasRenderingContext2D

function trace(pen: Pen, view: MapView, points: readonly LatLng[]): void {
  pen.beginPath()
  for (const point of points) {
    const { x, y } = toPixel(view, point)
    pen.lineTo(x, y)
  }
}

export function drawPolyline(pen: Pen, view: MapView, line: Polyline): void {
  const { points = [], width = 6, borderWidth = 0 } = line
  if (points.length < 2) return
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.setLineDash([])
  trace(pen, view, points)
  if (borderWidth > 0) {
    pen.strokeStyle = line.borderColor ?? '#ffffff'
    pen.lineWidth = width + borderWidth * 2
    pen.stroke()
  }
  pen.strokeStyle = line.color ?? '#1D585B'
  pen.lineWidth = width
  if (line.dottedLine) pen.setLineDash([width, width * 2])
  pen.stroke()
  pen.setLineDash([])
  if (line.arrowLine) drawArrows(pen, view, points, width)
}

/** Small chevrons along the line, which way it goes. */
function drawArrows(pen: Pen, view: MapView, points: readonly LatLng[], width: number): void {
  const GAP = 48
  pen.strokeStyle = 'rgba(255, 255, 255, 0.9)'
  pen.lineWidth = Math.max(1, width / 5)
  let rest = GAP / 2
  points.slice(1).forEach((place, index) => {
    const from = toPixel(view, points[index] ?? place)
    const to = toPixel(view, place)
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    const angle = Math.atan2(to.y - from.y, to.x - from.x)
    for (; rest < length; rest += GAP) {
      pen.save()
      pen.translate(from.x + Math.cos(angle) * rest, from.y + Math.sin(angle) * rest)
      pen.rotate(angle)
      pen.beginPath()
      pen.moveTo(-width / 4, -width / 4)
      pen.lineTo(width / 8, 0)
      pen.lineTo(-width / 4, width / 4)
      pen.stroke()
      pen.restore()
    }
    rest -= length
  })
}

export function drawCircle(pen: Pen, view: MapView, circle: Circle): void {
  const { x, y } = toPixel(view, circle)
  pen.beginPath()
  pen.arc(x, y, metresToPixels(view.scale, circle.latitude, circle.radius ?? 0), 0, Math.PI * 2)
  fillAndStroke(pen, circle.fillColor, circle.color, circle.strokeWidth ?? 1)
}

export function drawPolygon(pen: Pen, view: MapView, polygon: Polygon): void {
  const { points = [] } = polygon
  if (points.length < 3) return
  trace(pen, view, points)
  pen.closePath()
  pen.setLineDash(polygon.dashArray ?? [])
  fillAndStroke(pen, polygon.fillColor, polygon.strokeColor, polygon.strokeWidth ?? 1)
  pen.setLineDash([])
}

function fillAndStroke(
  pen: Pen,
  fill: string | undefined,
  stroke: string | undefined,
  width: number,
): void {
  if (fill) {
    pen.fillStyle = fill
    pen.fill()
  }
  if (stroke && width > 0) {
    pen.strokeStyle = stroke
    pen.lineWidth = width
    pen.stroke()
  }
}
