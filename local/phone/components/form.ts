import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { flagOf, textOf } from './attributes'

const FIELDS = [
  'input',
  'textarea',
  'checkbox-group',
  'radio-group',
  'switch',
  'slider',
  'picker',
] as const

interface NamedField {
  element: Element
  name: string
  value: unknown
}

const inOrder = (one: NamedField, other: NamedField): number =>
  one.element.compareDocumentPosition(other.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1

/** The values of all named fields, built in and of custom components, by their names. */
function collect(self: BuiltinInstance): Record<string, unknown> {
  const builtins = self.descendants(...FIELDS).map((field) => ({
    element: field.element,
    name: textOf(field, 'name'),
    value: field.call('fieldValue'),
  }))
  const fields: NamedField[] = [...builtins, ...self.customFields()]
  const named = fields.filter((field) => field.name !== '').sort(inOrder)
  return Object.fromEntries(named.map((field) => [field.name, field.value]))
}

/** The form id that `report-submit` gives; WeChat accepts it nowhere any more, but still sends one. */
const MOCK_FORM_ID = 'the formId is a mock one'

/** What the event says about the button that was tapped. */
const targetOf = (button: BuiltinInstance | undefined): { id: string; dataset: DOMStringMap } => ({
  id: button?.element.id ?? '',
  dataset: { ...button?.element.dataset },
})

/** `<form>`: sends or clears what its named fields hold. */
export const form: BuiltinDefinition = {
  name: 'form',
  properties: { reportSubmit: { type: Boolean }, reportSubmitTimeout: { type: Number } },
  methods: {
    submit(self, button?: BuiltinInstance) {
      const detail: Record<string, unknown> = { value: collect(self), target: targetOf(button) }
      if (flagOf(self, 'reportSubmit')) detail['formId'] = MOCK_FORM_ID
      self.emit('submit', detail)
    },
    reset(self, button?: BuiltinInstance) {
      for (const field of self.descendants(...FIELDS)) field.call('resetField')
      self.emit('reset', { target: targetOf(button) })
    },
  },
  css: 'wx-form { display: block; }',
}
