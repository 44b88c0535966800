import type { BuiltinInstance } from '../runtime/types'
import type { LatLng, MapView, PixelPoint } from './map-projection'
import { toPixel, toPlace } from './map-projection'
import type { Marker } from './map-markers'

/** What a context may ask of its map. */
export interface MapDoor {
  view(): MapView
  /** Where the phone stands, as `<map show-location>` shows it. */
  here(): LatLng
  moveTo(center: LatLng, scale?: number): void
  include(points: LatLng[], padding: number[]): void
  setMarkers(change: (markers: Marker[]) => Marker[]): void
  glideMarker(id: number, path: LatLng[], duration: number, rotate: boolean): Promise<void>
}

interface Callbacks {
  success?: (result: unknown) => void
  fail?: (result: unknown) => void
  complete?: (result: unknown) => void
}

type Options = Callbacks & Record<string, unknown>

function answering(
  name: string,
  action: (options: Options) => unknown,
): (options?: Options) => Promise<unknown> {
  return async (options = {}) => {
    const { success, fail, complete } = options
    try {
      const given = await action(options)
      const result = { ...(given as object | undefined), errMsg: `${name}:ok` }
      success?.(result)
      complete?.(result)
      return result
    } catch (error) {
      const result = {
        errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}`,
      }
      fail?.(result)
      complete?.(result)
      if (fail || complete) return result
      throw result
    }
  }
}

function pathOf(value: unknown): LatLng[] {
  return Array.isArray(value) ? (value as LatLng[]) : []
}

/** WeChat's MapContext. */
export function mapContext(self: BuiltinInstance, door: MapDoor): object {
  const markersOf = (value: unknown): Marker[] => (Array.isArray(value) ? (value as Marker[]) : [])
  return {
    mapId: self.element.id,
    getCenterLocation: answering('getCenterLocation', () => door.view().center),
    getScale: answering('getScale', () => ({ scale: door.view().scale })),
    getRotate: answering('getRotate', () => ({ rotate: 0 })),
    getSkew: answering('getSkew', () => ({ skew: 0 })),
    getRegion: answering('getRegion', () => {
      const view = door.view()
      return {
        southwest: toPlace(view, { x: 0, y: view.height }),
        northeast: toPlace(view, { x: view.width, y: 0 }),
      }
    }),
    toScreenLocation: answering('toScreenLocation', (options) =>
      toPixel(door.view(), options as unknown as LatLng),
    ),
    fromScreenLocation: answering('fromScreenLocation', (options) =>
      toPlace(door.view(), options as unknown as PixelPoint),
    ),
    moveToLocation: answering('moveToLocation', ({ latitude, longitude }) => {
      const given = typeof latitude === 'number' && typeof longitude === 'number'
      door.moveTo(given ? { latitude, longitude } : door.here())
    }),
    includePoints: answering('includePoints', ({ points, padding }) =>
      door.include(pathOf(points), Array.isArray(padding) ? padding.map(Number) : []),
    ),
    addMarkers: answering('addMarkers', ({ markers, clear }) =>
      door.setMarkers((known) => [...(clear ? [] : known), ...markersOf(markers)]),
    ),
    removeMarkers: answering('removeMarkers', ({ markerIds }) => {
      const ids = Array.isArray(markerIds) ? markerIds.map(Number) : []
      door.setMarkers((known) => known.filter(({ id }) => !ids.includes(Number(id))))
    }),
    translateMarker: answering(
      'translateMarker',
      ({ markerId, destination, duration, autoRotate }) =>
        door.glideMarker(
          Number(markerId),
          [destination as LatLng],
          Number(duration ?? 1000),
          autoRotate !== false,
        ),
    ),
    moveAlong: answering('moveAlong', ({ markerId, path, duration, autoRotate }) =>
      door.glideMarker(
        Number(markerId),
        pathOf(path),
        Number(duration ?? 1000),
        autoRotate !== false,
      ),
    ),
  }
}
