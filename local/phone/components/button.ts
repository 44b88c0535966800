import type { BuiltinDefinition } from '../runtime/types'
import { choiceOf, flagOf, reflect } from './attributes'
import { ownRole } from './accessibility'
import { buttonCss } from './button-css'
import { hoverProperties } from './common-properties'
import { openSurfaces, openTypesOf } from './open-type'

const TYPES = ['default', 'primary', 'warn'] as const
const SIZES = ['default', 'mini'] as const
const FORM_TYPES = ['', 'submit', 'reset'] as const

/** `<button>`: three types, two sizes, form actions and the doors to WeChat's own surfaces. */
export const button: BuiltinDefinition = {
  name: 'button',
  properties: {
    ...hoverProperties('button-hover', 20, 70),
    size: { type: String, value: 'default' },
    type: { type: String },
    plain: { type: Boolean },
    disabled: { type: Boolean },
    loading: { type: Boolean },
    name: { type: String },
    formType: { type: String },
    openType: { type: String },
    lang: { type: String, value: 'en' },
    sessionFrom: { type: String },
    sendMessageTitle: { type: String },
    sendMessagePath: { type: String },
    sendMessageImg: { type: String },
    showMessageCard: { type: Boolean },
    appParameter: { type: String },
    phoneNumberNoQuotaToast: { type: Boolean, value: true },
    needShowEntrance: { type: Boolean, value: true },
    entrancePath: { type: String },
    activityType: { type: null },
  },
  observers: {
    type(self) {
      reflect(self, 'type', self.data['type'] ? choiceOf(self, 'type', TYPES, 'default') : '')
    },
    size(self) {
      reflect(self, 'size', choiceOf(self, 'size', SIZES, 'default'))
    },
    plain: (self) => reflect(self, 'plain', flagOf(self, 'plain')),
    disabled(self) {
      reflect(self, 'disabled', flagOf(self, 'disabled'))
      ownRole(self, 'button', { disabled: String(flagOf(self, 'disabled')) })
    },
    loading: (self) => reflect(self, 'loading', flagOf(self, 'loading')),
    openType: (self) => void openTypesOf(self),
  },
  onTap(self) {
    if (flagOf(self, 'disabled')) return true
    const formType = choiceOf(self, 'formType', FORM_TYPES, '')
    if (formType !== '') self.closest('form')?.call(formType, self)
    openSurfaces(self)
    return true
  },
  methods: {
    tap(self) {
      void button.onTap?.(self, { x: 0, y: 0 })
    },
  },
  css: buttonCss,
}
