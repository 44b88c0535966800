import type { BuiltinInstance } from '../runtime/types'
import { flagOf, refuseAttribute, textOf } from './attributes'
import { instanceState } from './instance-state'
import { pixelsOf } from './length'

interface PendingPlace {
  top: boolean
  left: boolean
  intoView: boolean
  queued: boolean
}

const pending = instanceState<PendingPlace>(() => ({
  top: false,
  left: false,
  intoView: false,
  queued: false,
}))

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

/** Scrolls so that a child with this id is at the start of the scroll-view. */
export function scrollChildIntoView(
  self: BuiltinInstance,
  child: Element,
  behavior: ScrollBehavior,
): void {
  const box = self.element.getBoundingClientRect()
  const target = child.getBoundingClientRect()
  const offset = pixelsOf(self, 'scrollIntoViewOffset')
  const place: ScrollToOptions = { behavior }
  if (flagOf(self, 'scrollY')) {
    place.top = self.element.scrollTop + target.top - box.top - self.element.clientTop + offset
  }
  if (flagOf(self, 'scrollX')) {
    place.left = self.element.scrollLeft + target.left - box.left - self.element.clientLeft + offset
  }
  self.element.scrollTo(place)
}

function apply(self: BuiltinInstance): void {
  const wanted = pending(self)
  const { top, left, intoView } = wanted
  Object.assign(wanted, { top: false, left: false, intoView: false, queued: false })
  const behavior = flagOf(self, 'scrollWithAnimation') ? 'smooth' : 'instant'
  const id = textOf(self, 'scrollIntoView')
  if (intoView && id !== '') {
    if (/^\d/.test(id)) refuseAttribute(self, 'scroll-into-view', `"${id}" begins with a digit`)
    const child = self.element.querySelector(`[id="${CSS.escape(id)}"]`)
    if (child) return scrollChildIntoView(self, child, behavior)
  }
  const place: ScrollToOptions = { behavior }
  if (top && isSet(self.data['scrollTop'])) place.top = pixelsOf(self, 'scrollTop')
  if (left && isSet(self.data['scrollLeft'])) place.left = pixelsOf(self, 'scrollLeft')
  if (place.top !== undefined || place.left !== undefined) self.element.scrollTo(place)
}

/**
 * Goes where `scroll-top`, `scroll-left` or `scroll-into-view` says, after the rest of the same
 * setData is in the page: the rows to scroll to may come with it.
 */
export function requestPlace(self: BuiltinInstance, what: 'top' | 'left' | 'intoView'): void {
  const wanted = pending(self)
  wanted[what] = true
  if (wanted.queued) return
  wanted.queued = true
  self.window.queueMicrotask(() => {
    if (self.element.isConnected) apply(self)
    else wanted.queued = false
  })
}

/** What was asked for before the component was in the page. */
export function applyFirstPlace(self: BuiltinInstance): void {
  for (const what of ['top', 'left', 'intoView'] as const) requestPlace(self, what)
}
