import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { flagOf, numberOf } from './attributes'
import { onDrag } from './drag'
import { instanceState, leave, leaving } from './instance-state'
import { mapContext } from './map-context'
import { DARK_GROUND, drawGround, LIGHT_GROUND } from './map-ground'
import { drawMarker, markerAt, markerCss, placeMarker } from './map-markers'
import type { Marker } from './map-markers'
import { toPixel, toPlace, viewOf } from './map-projection'
import type { LatLng, MapView } from './map-projection'
import { drawCircle, drawPolygon, drawPolyline } from './map-shapes'
import type { Circle, Polygon, Polyline } from './map-shapes'
import { animate, linear } from './motion'
import { PLACES } from '../surfaces/places'
import { prependPart } from './parts'
import { watchPinch } from './pinch'

/** Where this phone stands; the same place as `wx.getLocation` gives. */
const [HERE] = PLACES

type Cause = 'drag' | 'scale' | 'update'

const stateOf = instanceState((self) => {
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

function listOf<Item>(self: BuiltinInstance, name: string): Item[] {
  const value = self.data[name]
  return Array.isArray(value) ? (value as Item[]) : []
}

function viewOfMap(self: BuiltinInstance): MapView {
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
function redraw(self: BuiltinInstance): void {
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

function rebuildMarkers(self: BuiltinInstance): void {
  const state = stateOf(self)
  state.boxes = state.shown.map((marker) =>
    drawMarker(self, marker, marker.id !== undefined && marker.id === state.opened),
  )
  state.markers.replaceChildren(...state.boxes)
  redraw(self)
}

function tellRegion(self: BuiltinInstance, type: 'begin' | 'end', causedBy: Cause): void {
  const { center, scale } = stateOf(self)
  const detail = type === 'end' ? { centerLocation: center, scale, rotate: 0, skew: 0 } : {}
  self.emit('regionchange', { type, causedBy: type === 'begin' ? 'gesture' : causedBy, ...detail })
}

function change(self: BuiltinInstance, center: LatLng, scale: number, cause: Cause): void {
  const { min, max } = scalesOf(self)
  Object.assign(stateOf(self), { center, scale: Math.max(min, Math.min(max, scale)) })
  redraw(self)
  if (cause === 'update' && self.element.isConnected) tellRegion(self, 'end', cause)
}

function include(self: BuiltinInstance, points: LatLng[], padding: number[]): void {
  if (points.length === 0 || !self.element.isConnected) return
  const [top = 20, right = top, bottom = top, left = right] = padding
  const view = viewOf(viewOfMap(self), points, [top, right, bottom, left], scalesOf(self))
  change(self, view.center, view.scale, 'update')
}

function glideMarker(
  self: BuiltinInstance,
  id: number,
  path: LatLng[],
  duration: number,
  rotate: boolean,
): Promise<void> {
  const marker = stateOf(self).shown.find((known) => known.id === id)
  if (!marker) return Promise.reject(new Error(`markerId ${id} is not found`))
  return path.reduce<Promise<void>>(
    (before, target) =>
      before.then(
        () =>
          new Promise((arrived) => {
            const from = { latitude: marker.latitude, longitude: marker.longitude }
            if (rotate) {
              const [start, end] = [
                toPixel(viewOfMap(self), from),
                toPixel(viewOfMap(self), target),
              ]
              marker.rotate = (Math.atan2(end.x - start.x, start.y - end.y) * 180) / Math.PI
              rebuildMarkers(self)
            }
            const stop = animate(
              self.window,
              duration / path.length,
              (progress) => {
                const part = linear(progress)
                marker.latitude = from.latitude + (target.latitude - from.latitude) * part
                marker.longitude = from.longitude + (target.longitude - from.longitude) * part
                redraw(self)
              },
              arrived,
            )
            leaving(self).push(stop)
          }),
      ),
    Promise.resolve(),
  )
}

function watchGestures(self: BuiltinInstance): void {
  const state = stateOf(self)
  let from = state.center
  let fromScale = state.scale
  const stopDrag = onDrag(self.element, {
    wants: () => flagOf(self, 'enableScroll'),
    start() {
      from = state.center
      tellRegion(self, 'begin', 'drag')
    },
    move(drag) {
      const view = { ...viewOfMap(self), center: from }
      const middle = { x: view.width / 2 - drag.dx, y: view.height / 2 - drag.dy }
      change(self, toPlace(view, middle), state.scale, 'drag')
    },
    end: () => tellRegion(self, 'end', 'drag'),
  })
  const stopPinch = watchPinch(self.element, {
    start: () => (fromScale = state.scale),
    move(ratio) {
      if (!flagOf(self, 'enableZoom')) return
      change(self, state.center, fromScale + Math.log2(ratio), 'scale')
      tellRegion(self, 'end', 'scale')
    },
  })
  const onWheel = (event: WheelEvent): void => {
    if (event.ctrlKey || !flagOf(self, 'enableZoom')) return
    event.preventDefault()
    change(self, state.center, state.scale - Math.sign(event.deltaY) * 0.25, 'scale')
    tellRegion(self, 'end', 'scale')
  }
  self.element.addEventListener('wheel', onWheel, { passive: false })
  leaving(self).push(stopDrag, stopPinch, () => self.element.removeEventListener('wheel', onWheel))
}

function tapAt(self: BuiltinInstance, point: { x: number; y: number }): void {
  const state = stateOf(self)
  const hit = markerAt(self, point.x, point.y)
  if (!hit) {
    const { left, top } = self.element.getBoundingClientRect()
    return void self.emit('tap', toPlace(viewOfMap(self), { x: point.x - left, y: point.y - top }))
  }
  if (hit.part === 'marker') {
    state.opened = hit.markerId
    rebuildMarkers(self)
  }
  self.emit(`${hit.part}tap`, { markerId: hit.markerId })
}

/** `<map>`: a drawn, invented land under true coordinates; nothing is loaded from the network. */
export const map: BuiltinDefinition = {
  name: 'map',
  properties: {
    longitude: { type: null },
    latitude: { type: null },
    scale: { type: null, value: 16 },
    minScale: { type: Number, value: 3 },
    maxScale: { type: Number, value: 20 },
    markers: { type: null, value: [] },
    covers: { type: null, value: [] },
    polyline: { type: null, value: [] },
    circles: { type: null, value: [] },
    polygons: { type: null, value: [] },
    includePoints: { type: null, value: [] },
    showLocation: { type: Boolean },
    enableZoom: { type: Boolean, value: true },
    enableScroll: { type: Boolean, value: true },
    enableRotate: { type: Boolean },
    enableOverlooking: { type: Boolean },
    enableSatellite: { type: Boolean },
    enableTraffic: { type: Boolean },
    enablePoi: { type: Boolean, value: true },
    enable3D: { type: Boolean },
    enableBuilding: { type: Boolean },
    showCompass: { type: Boolean },
    showScale: { type: Boolean },
    rotate: { type: Number },
    skew: { type: Number },
    layerStyle: { type: null, value: 1 },
    subkey: { type: String },
    setting: { type: null },
  },
  observers: {
    'latitude,longitude'(self) {
      const center = {
        latitude: numberOf(self, 'latitude', HERE.latitude),
        longitude: numberOf(self, 'longitude', HERE.longitude),
      }
      change(self, center, stateOf(self).scale, 'update')
    },
    scale: (self) => change(self, stateOf(self).center, numberOf(self, 'scale', 16), 'update'),
    markers(self) {
      stateOf(self).shown = listOf<Marker>(self, 'markers').map((marker) => ({ ...marker }))
      rebuildMarkers(self)
    },
    'polyline,circles,polygons,showLocation': redraw,
    includePoints: (self) => include(self, listOf<LatLng>(self, 'includePoints'), []),
  },
  attached(self) {
    watchGestures(self)
    include(self, listOf<LatLng>(self, 'includePoints'), [])
    redraw(self)
    const sizes = new self.window.ResizeObserver(() => redraw(self))
    sizes.observe(self.element)
    leaving(self).push(
      () => sizes.disconnect(),
      self.host.on('device', () => redraw(self)),
    )
  },
  detached: leave,
  sendsTap: true,
  onTap(self, point) {
    tapAt(self, point)
  },
  methods: {
    /** What `wx.createMapContext` and `NodesRef.context` give. */
    context: (self) =>
      mapContext(self, {
        view: () => viewOfMap(self),
        here: () => HERE,
        moveTo: (center, scale) => change(self, center, scale ?? stateOf(self).scale, 'update'),
        include: (points, padding) => include(self, points, padding),
        setMarkers(edit) {
          stateOf(self).shown = edit(stateOf(self).shown)
          rebuildMarkers(self)
        },
        glideMarker: (id, path, duration, rotate) => glideMarker(self, id, path, duration, rotate),
      }),
  },
  css: `
wx-map { display: block; position: relative; width: 300px; height: 150px; overflow: hidden; touch-action: none; }
.wx-map-canvas { position: absolute; top: 0; left: 0; width: 100%; height: 100%; }
.wx-map-markers { position: absolute; top: 0; left: 0; width: 0; height: 0; }
${markerCss}`,
}
