import { Component, Event, type Element, type GeneralComponent } from 'glass-easel'

/** A finger or the mouse, in CSS pixels of the page. */
export interface TouchPoint {
  identifier: number
  clientX: number
  clientY: number
  pageX: number
  pageY: number
  force: number
}

export interface TouchFields {
  touches: TouchPoint[]
  changedTouches: TouchPoint[]
}

/** The event object that handlers of pages and components get. */
export interface PageEvent {
  type: string
  timeStamp: number
  target: EventPlace
  currentTarget: EventPlace
  mark: Record<string, unknown>
  detail: unknown
  touches?: TouchPoint[]
  changedTouches?: TouchPoint[]
  mut: boolean
  bubbles: boolean
  composed: boolean
  stopPropagation(): void
  preventDefault(): void
  /** Only in WXS. */
  instance?: unknown
}

interface EventPlace {
  id: string
  dataset: Record<string, unknown>
  readonly offsetLeft: number
  readonly offsetTop: number
}

/** The part of the framework's event that handlers are called with. */
export interface EaselEvent extends Partial<TouchFields> {
  type: string
  detail: unknown
  bubbles: boolean
  composed: boolean
  mark: Record<string, unknown> | null
  target: EaselTarget
  currentTarget: EaselTarget
  stopPropagation(): void
  preventDefault(): void
  mutatedMarked(): boolean
}

/** An element, or the object that page authors call `this` of one. */
export type EaselTarget = Element | { _$: GeneralComponent }

export function elementOfTarget(target: EaselTarget): Element {
  return '_$' in target ? target._$ : target
}

/**
 * Sends a touch event through capture and bubble phases, across components. Returns true when a
 * handler prevented the default, as `catch` does.
 */
export function dispatchTouch(
  element: Element,
  type: string,
  detail: unknown,
  fields: TouchFields,
): boolean {
  const event = new Event(type, detail, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields: { ...fields },
  })
  Event.dispatchEvent(element, event)
  return event.defaultPrevented()
}

/** Sends a component's own event, as `triggerEvent` does. */
export function dispatchComponentEvent(element: Element, type: string, detail: unknown): void {
  Event.dispatchEvent(element, new Event(type, detail, { bubbles: false, composed: false }))
}

export function pageEvent(event: EaselEvent): PageEvent {
  return {
    type: event.type,
    timeStamp: Math.round(performance.now()),
    target: placeOf(event.target),
    currentTarget: placeOf(event.currentTarget),
    mark: { ...event.mark },
    detail: event.detail ?? {},
    ...(event.touches ? { touches: event.touches, changedTouches: event.changedTouches } : {}),
    mut: event.mutatedMarked(),
    bubbles: event.bubbles,
    composed: event.composed,
    stopPropagation: () => event.stopPropagation(),
    preventDefault: () => event.preventDefault(),
  }
}

/** Calls `missed` when an event names a handler that its component does not have. */
export function watchMissingHandlers(missed: (message: string) => void): void {
  const find = Component.getMethod.bind(Component)
  const watched = (component: GeneralComponent, name: string): unknown => {
    const method: unknown = find(component, name)
    if (method === undefined && name !== '') {
      missed(`Component "${component.is}" does not have a method "${name}" to handle an event`)
    }
    return method
  }
  // The framework looks handlers up through this function and passes over those it does not find.
  ;(Component as unknown as { getMethod: unknown }).getMethod = watched
}

function placeOf(target: EaselTarget): EventPlace {
  const element = elementOfTarget(target)
  const node = element.$$ as unknown as HTMLElement | null
  return {
    id: element.id,
    dataset: { ...element.dataset },
    // Read on demand: it makes the browser lay the page out.
    get offsetLeft() {
      return node?.offsetLeft ?? 0
    },
    get offsetTop() {
      return node?.offsetTop ?? 0
    },
  }
}
