import type { BuiltinInstance } from '../runtime/types'
import { choiceOf, flagOf, numberOf, textOf } from './attributes'
import { instanceState } from './instance-state'
import { pixelsOf } from './length'
import { prependPart } from './parts'
import { itemOffset, isCircular, settledIndex } from './swiper-track'
import type { TrackShape } from './swiper-track'

interface Dots {
  box: HTMLElement | undefined
  key: string
}

const dotsOf = instanceState<Dots>(() => ({ box: undefined, key: '' }))

/** The swiper's own items: not those of a swiper inside it. */
export function itemsOf(self: BuiltinInstance): BuiltinInstance[] {
  return self
    .descendants('swiper-item')
    .filter((item) => item.element.parentElement?.closest('wx-swiper') === self.element)
}

export function shapeOf(self: BuiltinInstance, count: number): TrackShape {
  const shown = Math.max(1, numberOf(self, 'displayMultipleItems', 1))
  return { count, shown, circular: flagOf(self, 'circular') }
}

/** One item's size along the track, in pixels. */
export function itemSize(self: BuiltinInstance): number {
  const { clientWidth, clientHeight } = self.element
  const size = flagOf(self, 'vertical') ? clientHeight : clientWidth
  const margins = pixelsOf(self, 'previousMargin') + pixelsOf(self, 'nextMargin')
  return Math.max(0, size - margins) / Math.max(1, numberOf(self, 'displayMultipleItems', 1))
}

/** With snap-to-edge the first item begins, and the last one ends, at the swiper's own edge. */
function edgeShift(self: BuiltinInstance, shape: TrackShape, position: number): number {
  if (!flagOf(self, 'snapToEdge') || isCircular(shape)) return 0
  const last = Math.max(0, shape.count - shape.shown)
  const nearFirst = Math.max(0, 1 - position)
  const nearLast = Math.max(0, 1 - (last - position))
  return (
    -pixelsOf(self, 'previousMargin') * Math.min(1, nearFirst) +
    pixelsOf(self, 'nextMargin') * Math.min(1, nearLast)
  )
}

/** Puts every item where it belongs for a track position. */
export function placeItems(
  self: BuiltinInstance,
  items: readonly BuiltinInstance[],
  position: number,
): void {
  const shape = shapeOf(self, items.length)
  const vertical = flagOf(self, 'vertical')
  const size = itemSize(self)
  const start = pixelsOf(self, 'previousMargin') + edgeShift(self, shape, position)
  items.forEach((item, index) => {
    const offset = itemOffset(shape, index, position)
    const place = start + offset * size
    item.setOwnStyle({
      width: vertical ? '100%' : `${size}px`,
      height: vertical ? `${size}px` : '100%',
      transform: vertical ? `translate(0, ${place}px)` : `translate(${place}px, 0)`,
    })
  })
  showDots(self, shape, position)
}

const NAMED_SWITCH = ['auto', 'rounded'] as const

function showDots(self: BuiltinInstance, shape: TrackShape, position: number): void {
  const dots = dotsOf(self)
  if (!flagOf(self, 'indicatorDots')) {
    dots.box?.remove()
    Object.assign(dots, { box: undefined, key: '' })
    return
  }
  choiceOf(self, 'indicatorType', NAMED_SWITCH, 'auto')
  const count = isCircular(shape) ? shape.count : Math.max(1, shape.count - shape.shown + 1)
  const current = settledIndex(shape, position)
  const direction = flagOf(self, 'vertical') ? 'vertical' : 'horizontal'
  const colours = [textOf(self, 'indicatorColor'), textOf(self, 'indicatorActiveColor')]
  const key = [count, current, shape.shown, direction, ...colours].join()
  if (key === dots.key) return
  dots.key = key
  dots.box ??= prependPart(self, 'div', '')
  dots.box.className = `wx-swiper-dots wx-swiper-dots-${direction}`
  dots.box.replaceChildren(
    ...Array.from({ length: Math.max(count, 0) }, (_, index) => {
      const dot = self.document.createElement('div')
      const active = index >= current && index < current + shape.shown
      dot.className = active ? 'wx-swiper-dot wx-swiper-dot-active' : 'wx-swiper-dot'
      dot.style.background = colours[active ? 1 : 0] ?? ''
      return dot
    }),
  )
}
