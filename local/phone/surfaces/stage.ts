import type { PhoneHost } from '../runtime/types'
import { type Make, makerFor } from './dom'
import { LOOK } from './look'

/** The things a test driver can do to WeChat's own dialogs. */
export type NativeAction =
  | 'confirmModal'
  | 'cancelModal'
  | 'authorizeAllow'
  | 'authorizeCancel'
  | 'closePaymentDialog'
  | 'shareConfirm'
  | 'shareCancel'

export type NativeHooks = Partial<Record<NativeAction, () => void>>

/** Where the surfaces of one phone are drawn, above its pages. */
export interface Stage {
  readonly host: PhoneHost
  readonly document: Document
  readonly root: HTMLElement
  readonly make: Make
  /** Open layers, the topmost last. */
  readonly layers: Layer[]
  /** Adds rules once; a surface brings its own. */
  style(name: string, css: string): void
}

/** One dialog, sheet or page of WeChat's own. */
export interface Layer {
  readonly name: string
  readonly panel: HTMLElement
  readonly native: NativeHooks
  close(): void
}

/** Prepares the stage of a phone and keeps its theme. */
export function createStage(host: PhoneHost): Stage {
  const { document } = host
  const make = makerFor(document)
  const root = make('div', { class: 'wxs', 'data-theme': host.device.theme })
  host.surfaceRoot.append(root)
  // A focus ring helps those who use the keyboard and is noise to a finger.
  document.addEventListener('keydown', () => root.toggleAttribute('data-keyboard', true), true)
  document.addEventListener('pointerdown', () => root.removeAttribute('data-keyboard'), true)
  host.on('device', () => root.setAttribute('data-theme', host.device.theme))
  const stage: Stage = {
    host,
    document,
    root,
    make,
    layers: [],
    style(name, css) {
      const id = `wxs-style-${name}`
      if (!document.getElementById(id)) document.head.append(make('style', { id }, css))
    },
  }
  stage.style('look', LOOK)
  return stage
}

export interface LayerOptions {
  /** The surface's name, for its own rules and for tests. */
  name: string
  placement: 'center' | 'bottom' | 'full'
  /** Read by screen readers. */
  label: string
  /** Escape and, when `scrimCloses`, a tap beside the panel. */
  onDismiss?: () => void
  scrimCloses?: boolean
  native?: NativeHooks
}

/** Opens a layer over everything that is open, with the keyboard inside it until it closes. */
export function openLayer(stage: Stage, options: LayerOptions): Layer {
  const { make, document, layers } = stage
  const focusedBefore = document.activeElement
  const panel = make('div', {
    class: 'wxs-panel',
    role: 'dialog',
    'aria-modal': 'true',
    'aria-label': options.label,
    tabindex: '-1',
  })
  const scrim = make('div', {
    class: 'wxs-scrim',
    onClick: () => options.scrimCloses && options.onDismiss?.(),
  })
  const element = make(
    'div',
    {
      class: 'wxs-layer',
      'data-surface': options.name,
      'data-placement': options.placement,
    },
    options.placement !== 'full' && scrim,
    panel,
  )
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      options.onDismiss?.()
    } else if (event.key === 'Tab') {
      keepFocusInside(panel, event)
    }
  })
  const layer: Layer = {
    name: options.name,
    panel,
    native: options.native ?? {},
    close() {
      const index = layers.indexOf(layer)
      if (index < 0) return
      layers.splice(index, 1)
      leave(element)
      const below = layers.at(-1)?.panel ?? focusedBefore
      if (below instanceof HTMLElement && below.isConnected) below.focus({ preventScroll: true })
    },
  }
  layers.push(layer)
  stage.root.append(element)
  panel.focus({ preventScroll: true })
  return layer
}

/** Plays the way out; the layer is dead to fingers, keys and screen readers at once. */
function leave(element: HTMLElement): void {
  element.dataset.leaving = ''
  element.inert = true
  element.removeAttribute('data-surface')
  const animations = element.getAnimations({ subtree: true })
  const remove = () => element.remove()
  void Promise.allSettled(animations.map((animation) => animation.finished)).then(remove)
}

const FOCUSABLE = 'button:not(:disabled), input:not(:disabled), textarea, select, [tabindex="0"]'

function keepFocusInside(panel: HTMLElement, event: KeyboardEvent): void {
  const stops = [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)]
  const first = stops[0]
  const last = stops.at(-1)
  const active = panel.ownerDocument.activeElement
  const leaving = event.shiftKey ? active === first || active === panel : active === last
  if (!leaving) return
  event.preventDefault()
  const next = event.shiftKey ? last : first
  next?.focus()
}
