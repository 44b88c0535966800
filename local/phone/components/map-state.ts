import type { BuiltinInstance } from '../runtime/types'
import { PLACES } from '../surfaces/places'
import { flagOf, numberOf } from './attributes'
import { instanceState } from './instance-state'
import { DARK_GROUND, drawGround, LIGHT_GROUND } from './map-ground'
import { drawMarker, placeMarker } from './map-markers'
import type { Marker } from './map-markers'
import { toPixel, viewOf } from './map-projection'
import type { LatLng, MapView } from './map-projection'
import { drawCircle, drawPolygon, drawPolyline } from './map-shapes'
import type { Circle, Polygon, Polyline } from './map-shapes'
import { prependPart } from './parts'

/** Where this phone stands; the same place as `wx.getLocation` gives. */
export const [HERE] = PLACES

type Cause = 'drag' | 'scale' | 'update'

/** What a map shows now, and the parts it shows it with. */
export const stateOf = instanceState((self) => {
  const markers = prependPart(self, 'div', 'wx-map-markers')
  const canvas = prependPart(self, 'canvas', 'wx-map-canvas')
  return {
    markers,
    canvas,
    center: HERE as LatLng,
    scale: 16,
    /** Markers as they are now: the attribute, changed by the context. */
    shown: [] as Marker[],
    boxes: [] as HTMLElement[],
    opened: undefined as number | undefined,
    queued: false,
  }
})

/** An attribute that is a list; anything else is an empty one. */
export function listOf<Item>(self: BuiltinInstance, name: string): Item[] {
  const value = self.data[name]
  return Array.isArray(value) ? (value as Item[]) : []
}

/** The view to project places with. */
export function viewOfMap(self: BuiltinInstance): MapView {
  const { center, scale } = stateOf(self)
  return { center, scale, width: self.element.clientWidth, height: self.element.clientHeight }
}

const scalesOf = (self: BuiltinInstance): { min: number; max: number } => ({
  min: Math.max(3, numberOf(self, 'minScale', 3)),
  max: Math.min(20, numberOf(self, 'maxScale', 20)),
})

function draw(self: BuiltinInstance): void {
  const state = stateOf(self)
  const view = viewOfMap(self)
  const ratio = self.window.devicePixelRatio
  if (view.width === 0 || view.height === 0) return
  state.canvas.width = Math.round(view.width * ratio)
  state.canvas.height = Math.round(view.height * ratio)
  const pen = state.canvas.getContext('2d')
  if (!pen) return
  pen.scale(ratio, ratio)
  const dark = self.document.documentElement.dataset['theme'] === 'dark'
  drawGround(pen, view, dark ? DARK_GROUND : LIGHT_GROUND)
  for (const polygon of listOf<Polygon>(self, 'polygons')) drawPolygon(pen, view, polygon)
  for (const circle of listOf<Circle>(self, 'circles')) drawCircle(pen, view, circle)
  for (const line of listOf<Polyline>(self, 'polyline')) drawPolyline(pen, view, line)
  if (flagOf(self, 'showLocation')) drawHere(pen, view)
  state.shown.forEach((marker, index) => {
    const box = state.boxes[index]
    if (box) placeMarker(box, view, marker)
  })
}

function drawHere(pen: CanvasRenderingContext2D, view: MapView): void {
  const { x, y } = toPixel(view, HERE)
  for (const [radius, colour] of [
    [18, 'rgba(16, 141, 233, 0.18)'],
    [8, '#ffffff'],
    [6, '#108de9'],
  ] as const) {
    pen.beginPath()
    pen.arc(x, y, radius, 0, Math.PI * 2)
    pen.fillStyle = colour
    pen.fill()
  }
}

/** Draws once for all changes of a picture, and tells the page that it did. */
export function redraw(self: BuiltinInstance): void {
  const state = stateOf(self)
  if (state.queued || !self.element.isConnected) return
  state.queued = true
  self.window.requestAnimationFrame(() => {
    state.queued = false
    if (!self.element.isConnected) return
    draw(self)
    self.emit('updated', {})
  })
}

/** Draws all markers anew, with the callout of the opened one. */
export function rebuildMarkers(self: BuiltinInstance): void {
  const state = stateOf(self)
  state.boxes = state.shown.map((marker) =>
    drawMarker(self, marker, marker.id !== undefined && marker.id === state.opened),
  )
  state.markers.replaceChildren(...state.boxes)
  redraw(self)
}

/** `bindregionchange`. */
export function tellRegion(self: BuiltinInstance, type: 'begin' | 'end', causedBy: Cause): void {
  const { center, scale } = stateOf(self)
  const detail = type === 'end' ? { centerLocation: center, scale, rotate: 0, skew: 0 } : {}
  self.emit('regionchange', { type, causedBy: type === 'begin' ? 'gesture' : causedBy, ...detail })
}

/** Shows another place or scale; a change by the page is told at once. */
export function change(self: BuiltinInstance, center: LatLng, scale: number, cause: Cause): void {
  const { min, max } = scalesOf(self)
  Object.assign(stateOf(self), { center, scale: Math.max(min, Math.min(max, scale)) })
  redraw(self)
  if (cause === 'update' && self.element.isConnected) tellRegion(self, 'end', cause)
}

/** Shows all these places, with a padding of [top, right, bottom, left] pixels. */
export function include(self: BuiltinInstance, points: LatLng[], padding: number[]): void {
  if (points.length === 0 || !self.element.isConnected) return
  const [top = 20, right = top, bottom = top, left = right] = padding
  const view = viewOf(viewOfMap(self), points, [top, right, bottom, left], scalesOf(self))
  change(self, view.center, view.scale, 'update')
}
