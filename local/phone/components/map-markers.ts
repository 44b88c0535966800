import type { BuiltinInstance } from '../runtime/types'
import { toPixel } from './map-projection'
import type { LatLng, MapView } from './map-projection'
import { makePart } from './parts'

interface Bubble {
  content?: string
  color?: string
  fontSize?: number
  borderRadius?: number
  borderWidth?: number
  borderColor?: string
  bgColor?: string
  padding?: number
  textAlign?: string
  /** Callouts only: seen always, or after a tap on the marker. */
  display?: 'BYCLICK' | 'ALWAYS'
  anchorX?: number
  anchorY?: number
}

/** WeChat's `markers` entry. */
export interface Marker extends LatLng {
  id?: number
  title?: string
  iconPath?: string
  width?: number | string
  height?: number | string
  rotate?: number
  alpha?: number
  zIndex?: number
  anchor?: { x: number; y: number }
  callout?: Bubble
  label?: Bubble
  ariaLabel?: string
}

/** Which part of a marker was touched. */
export interface MarkerHit {
  markerId: number | undefined
  part: 'marker' | 'callout' | 'label'
}

const length = (value: number | string | undefined): string =>
  value === undefined ? '' : typeof value === 'number' ? `${value}px` : value

function bubble(self: BuiltinInstance, name: 'callout' | 'label', spec: Bubble): HTMLElement {
  const box = makePart(self, 'div', `wx-map-${name}`)
  box.dataset['part'] = name
  box.textContent = spec.content ?? ''
  Object.assign(box.style, {
    color: spec.color ?? '',
    fontSize: length(spec.fontSize),
    padding: length(spec.padding),
    borderRadius: length(spec.borderRadius),
    backgroundColor: spec.bgColor ?? '',
    textAlign: spec.textAlign ?? '',
    border: spec.borderWidth ? `${spec.borderWidth}px solid ${spec.borderColor ?? '#000'}` : '',
  })
  if (name === 'label') box.style.translate = `${spec.anchorX ?? 0}px ${spec.anchorY ?? 0}px`
  return box
}

/** Draws a marker: its icon, or a dot with a halo, with its callout and label. */
export function drawMarker(self: BuiltinInstance, marker: Marker, opened: boolean): HTMLElement {
  const box = makePart(self, 'div', 'wx-map-marker')
  const { callout, label, title } = marker
  box.dataset['marker'] = marker.id === undefined ? '' : String(marker.id)
  box.style.zIndex = String(marker.zIndex ?? 0)
  if (marker.ariaLabel ?? title) box.setAttribute('aria-label', marker.ariaLabel ?? title ?? '')
  const pin = marker.iconPath
    ? makePart(self, 'img', 'wx-map-icon')
    : makePart(self, 'i', 'wx-map-pin')
  if (marker.iconPath) pin.setAttribute('src', self.resolveResource(marker.iconPath))
  pin.dataset['part'] = 'marker'
  pin.style.width = length(marker.width)
  pin.style.height = length(marker.height)
  pin.style.opacity = marker.alpha === undefined ? '' : String(marker.alpha)
  const middle = marker.iconPath ? { x: 0.5, y: 1 } : { x: 0.5, y: 0.5 }
  const anchor = marker.anchor ?? middle
  pin.style.transform = `translate(${-anchor.x * 100}%, ${-anchor.y * 100}%) rotate(${marker.rotate ?? 0}deg)`
  box.append(pin)
  if (label) box.append(bubble(self, 'label', label))
  const shown = callout ?? (title ? { content: title } : undefined)
  if (shown && (opened || shown.display === 'ALWAYS')) {
    box.append(bubble(self, 'callout', shown))
  }
  return box
}

/** Moves a drawn marker to its place on the map. */
export function placeMarker(box: HTMLElement, view: MapView, marker: Marker): void {
  const { x, y } = toPixel(view, marker)
  box.style.transform = `translate(${x}px, ${y}px)`
}

/** What is at a point of the page, when it is part of a marker of this map. */
export function markerAt(self: BuiltinInstance, x: number, y: number): MarkerHit | undefined {
  const touched = self.document.elementsFromPoint(x, y).find((element) => {
    return element instanceof self.window.HTMLElement && element.dataset['part'] !== undefined
  }) as HTMLElement | undefined
  const box = touched?.closest<HTMLElement>('.wx-map-marker')
  if (!touched || !box || !self.element.contains(box)) return undefined
  const id = box.dataset['marker']
  return {
    markerId: id === '' || id === undefined ? undefined : Number(id),
    part: touched.dataset['part'] as MarkerHit['part'],
  }
}

export const markerCss = `
.wx-map-marker { position: absolute; top: 0; left: 0; width: 0; height: 0; }
.wx-map-icon, .wx-map-pin { position: absolute; display: block; max-width: none; }
.wx-map-pin { width: 14px; height: 14px; border: 2.5px solid #fff; border-radius: 50%; box-sizing: border-box; background: #1d585b; box-shadow: 0 0 0 11px rgba(29, 88, 91, 0.2); }
.wx-map-label { position: absolute; white-space: pre; font-size: 12px; color: #000; }
.wx-map-callout { position: absolute; bottom: 100%; left: 0; margin-bottom: 34px; padding: 8px 12px; border-radius: 6px; background: #fff; color: #000; font-size: 12px; white-space: pre; transform: translateX(-50%); box-shadow: 0 1px 6px rgba(0, 0, 0, 0.2); }
`
