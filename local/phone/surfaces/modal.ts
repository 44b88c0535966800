import { openLayer, type Stage } from './stage'

export interface ModalOptions {
  title: string
  content: string
  confirmText: string
  confirmColor?: string
  /** Absent when the dialog has no second button. */
  cancelText?: string
  cancelColor?: string
  editable: boolean
  placeholder: string
}

export interface ModalAnswer {
  confirmed: boolean
  /** What was typed into an editable dialog. */
  text: string
}

/** Shows WeChat's dialog and waits for a button. */
export function showModal(stage: Stage, options: ModalOptions): Promise<ModalAnswer> {
  stage.style('modal', STYLE)
  const { make } = stage
  return new Promise((resolve) => {
    const field = make('input', {
      class: 'wxs-modal-field',
      placeholder: options.placeholder,
      'aria-label': options.placeholder || options.title || '输入',
    })
    if (options.editable) field.value = options.content
    const answer = (confirmed: boolean) => () => {
      layer.close()
      resolve({ confirmed, text: field.value })
    }
    const layer = openLayer(stage, {
      name: 'modal',
      placement: 'center',
      label: options.title || options.content || '提示',
      // A dialog without a second button can only be confirmed.
      onDismiss: options.cancelText === undefined ? answer(true) : answer(false),
      native: { confirmModal: answer(true), cancelModal: answer(false) },
    })
    const confirm = make(
      'button',
      { class: 'wxs-modal-confirm', onClick: answer(true) },
      options.confirmText,
    )
    if (options.confirmColor) confirm.style.color = options.confirmColor
    const cancel = make('button', { onClick: answer(false) }, options.cancelText ?? '')
    if (options.cancelColor) cancel.style.color = options.cancelColor
    layer.panel.append(
      make(
        'div',
        { class: 'wxs-modal-body wxs-scroll' },
        options.title !== '' && make('h2', {}, options.title),
        options.editable
          ? field
          : options.content !== '' &&
              make('p', { class: options.title ? '' : 'wxs-modal-alone' }, options.content),
      ),
      make(
        'div',
        { class: 'wxs-modal-buttons' },
        options.cancelText !== undefined && cancel,
        confirm,
      ),
    )
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') answer(true)()
    })
    const first = options.editable ? field : confirm
    first.focus({ preventScroll: true })
  })
}

const STYLE = `
.wxs-modal-body { padding: 32px 24px; text-align: center; overflow-wrap: anywhere; white-space: pre-wrap }
.wxs-modal-body h2 { font-weight: 600 }
.wxs-modal-body h2 + * { margin-top: 16px }
.wxs-modal-body p { color: var(--wxs-text-2) }
.wxs-modal-body .wxs-modal-alone { color: var(--wxs-text) }
.wxs-modal-field { height: 44px; padding: 0 12px; border-radius: 6px; background: var(--wxs-fill); text-align: left }
.wxs-modal-buttons { flex: none; display: flex; border-top: .5px solid var(--wxs-line) }
.wxs-modal-buttons button { flex: 1; min-width: 0; height: 56px; text-align: center; font-weight: 500 }
.wxs-modal-buttons button + button { border-left: .5px solid var(--wxs-line) }
.wxs-modal-buttons button:active { background: var(--wxs-press) }
.wxs-modal-confirm { color: var(--wxs-link) }
`
