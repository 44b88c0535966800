import { icon } from './icon'
import { type Layer, type NativeHooks, openLayer, type Stage } from './stage'

export interface FullPageOptions {
  name: string
  title: string
  /** Leaving by the back button or Escape. */
  onBack: () => void
  /** A button at the right of the title. */
  action?: { text: string; onClick: () => void }
  native?: NativeHooks
}

/** One of WeChat's own pages: a bar with a way back and a body that scrolls. */
export interface FullPage extends Layer {
  readonly body: HTMLElement
}

/** Opens a page of WeChat's own over the mini program. */
export function openFullPage(stage: Stage, options: FullPageOptions): FullPage {
  const { make, document } = stage
  const layer = openLayer(stage, {
    name: options.name,
    placement: 'full',
    label: options.title,
    onDismiss: options.onBack,
    native: options.native,
  })
  const back = make('button', { 'aria-label': '返回', onClick: options.onBack })
  back.append(icon(document, 'back', 24))
  const { action } = options
  const body = make('div', { class: 'wxs-scroll' })
  layer.panel.append(
    make(
      'header',
      { class: 'wxs-bar' },
      back,
      make('span', { class: 'wxs-one' }, options.title),
      action ? make('button', { onClick: action.onClick }, action.text) : make('span', {}),
    ),
    body,
  )
  return Object.assign(layer, { body })
}
