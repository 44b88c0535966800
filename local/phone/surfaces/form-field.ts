import type { Stage } from './stage'

export interface FieldOptions {
  label: string
  value: string
  placeholder: string
  /** `tel`, `numeric`: which keyboard a real phone would show. */
  inputMode?: string
}

/** A row of a form: the label at the left, the field at the right. */
export function formField(
  { make }: Stage,
  { label, value, placeholder, inputMode }: FieldOptions,
): { row: HTMLElement; input: HTMLInputElement } {
  const input = make('input', { placeholder, inputmode: inputMode, autocomplete: 'off' })
  input.value = value
  const row = make(
    'label',
    { class: 'wxs-cell wxs-field' },
    make('span', { class: 'wxs-field-label' }, label),
    input,
  )
  return { row, input }
}

/** Rules of form rows; brought in by the pages that have forms. */
export const FORM_STYLE = `
.wxs-field { cursor: text }
.wxs-field-label { flex: none; width: 84px }
.wxs-field > select { flex: 1; min-width: 0; height: 32px; margin-left: -4px; border: 0; background: none; font: inherit; color: inherit; outline: none }
.wxs-form-problem { padding: 8px 16px 0; min-height: 28px; font-size: 14px; color: var(--wxs-danger) }
.wxs-form-actions { display: flex; flex-direction: column; gap: 12px; padding: 24px 16px 48px }
.wxs-text-button { align-self: center; min-height: 44px; padding: 0 16px; color: var(--wxs-danger); font-size: 15px }
`
