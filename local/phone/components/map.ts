import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { numberOf } from './attributes'
import { leave, leaving } from './instance-state'
import { mapContext } from './map-context'
import { watchGestures } from './map-gestures'
import { markerAt, markerCss } from './map-markers'
import type { Marker } from './map-markers'
import { toPixel, toPlace } from './map-projection'
import type { LatLng } from './map-projection'
import {
  change,
  HERE,
  include,
  listOf,
  rebuildMarkers,
  redraw,
  stateOf,
  viewOfMap,
} from './map-state'
import { animate, linear } from './motion'

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
