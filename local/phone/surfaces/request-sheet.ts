import { type Layer, openLayer, type Stage } from './stage'
import { appNameOf } from './wechat-memory'

export interface RequestSheetOptions {
  name: string
  /** What the mini program asks for, as a headline. */
  title: string
  allow: string
  refuse: string
  body: readonly (Node | string)[]
  onAnswer: (allowed: boolean) => void
}

/** WeChat's sheet in which a mini program asks the user for something. */
export function openRequestSheet(
  stage: Stage,
  options: RequestSheetOptions,
): { layer: Layer; allow: HTMLButtonElement } {
  stage.style('request-sheet', STYLE)
  const { make, host } = stage
  const answer = (allowed: boolean) => () => {
    if (allowed && allow.disabled) return
    layer.close()
    options.onAnswer(allowed)
  }
  const layer = openLayer(stage, {
    name: options.name,
    placement: 'bottom',
    label: options.title,
    onDismiss: answer(false),
    native: { authorizeAllow: answer(true), authorizeCancel: answer(false) },
  })
  const allow = make(
    'button',
    { class: 'wxs-button', 'data-primary': true, onClick: answer(true) },
    options.allow,
  )
  const name = appNameOf(host)
  layer.panel.append(
    make(
      'p',
      { class: 'wxs-request-app' },
      make('i', { 'aria-hidden': 'true' }, [...name][0] ?? ''),
      make('span', { class: 'wxs-one' }, name),
      make('span', { class: 'wxs-small' }, '申请'),
    ),
    make(
      'div',
      { class: 'wxs-scroll wxs-request-body' },
      make('h2', { class: 'wxs-request-title' }, options.title),
      ...options.body,
    ),
    make(
      'div',
      { class: 'wxs-buttons' },
      make('button', { class: 'wxs-button', onClick: answer(false) }, options.refuse),
      allow,
    ),
  )
  allow.focus({ preventScroll: true })
  return { layer, allow }
}

const STYLE = `
.wxs-request-app { flex: none; display: flex; align-items: center; gap: 8px; padding: 24px 24px 0 }
.wxs-request-app i { flex: none; width: 24px; height: 24px; border-radius: 50%; display: grid; place-items: center; background: var(--wxs-brand); color: #fff; font: 600 13px/1 inherit; font-style: normal; font-size: 13px }
.wxs-request-app span { font-size: 15px }
.wxs-request-body { padding: 20px 24px 8px }
.wxs-request-title { font-size: 22px; line-height: 30px; font-weight: 600; margin-bottom: 8px }
.wxs-request-body > p { font-size: 15px; color: var(--wxs-text-2) }
`
