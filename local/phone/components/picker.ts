import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { choiceOf, flagOf, textOf } from './attributes'
import { ownRole } from './accessibility'
import { instanceState, leave, leaving } from './instance-state'
import { DATE_FIELDS, dateModel, timeModel } from './picker-dates'
import { multiSelectorModel, selectorModel } from './picker-model'
import type { PickerModel } from './picker-model'
import { REGION_LEVELS, regionModel } from './picker-regions'
import { openPickerSheet } from './picker-sheet'
import type { PickerSheet } from './picker-sheet'

const MODES = ['selector', 'multiSelector', 'time', 'date', 'region'] as const
type Mode = (typeof MODES)[number]

const sheetOf = instanceState<{ sheet: PickerSheet | undefined }>(() => ({ sheet: undefined }))

const modeOf = (self: BuiltinInstance): Mode => choiceOf(self, 'mode', MODES, 'selector')

function modelOf(self: BuiltinInstance): PickerModel {
  const value = self.data['value']
  const [start, end] = [textOf(self, 'start'), textOf(self, 'end')]
  const now = new Date(self.host.now())
  switch (modeOf(self)) {
    case 'selector':
      return selectorModel(self.data['range'], textOf(self, 'rangeKey'), value)
    case 'multiSelector':
      return multiSelectorModel({
        range: () => self.data['range'],
        rangeKey: () => textOf(self, 'rangeKey'),
        value: () => self.data['value'],
        columnChanged: (column, index) => self.emit('columnchange', { column, value: index }),
      })
    case 'time':
      return timeModel(textOf(self, 'value'), start, end, now)
    case 'date':
      return dateModel(
        textOf(self, 'value'),
        start,
        end,
        choiceOf(self, 'fields', DATE_FIELDS, 'day'),
        now,
      )
    case 'region': {
      const level = choiceOf(self, 'level', REGION_LEVELS, 'region')
      return regionModel(value, level, textOf(self, 'customItem'))
    }
  }
}

function open(self: BuiltinInstance): void {
  const state = sheetOf(self)
  if (flagOf(self, 'disabled') || state.sheet) return
  const model = modelOf(self)
  state.sheet = openPickerSheet({
    host: self.host,
    model,
    title: textOf(self, 'headerText'),
    confirmed() {
      state.sheet = undefined
      const detail = model.detail()
      self.setData({ value: detail['value'] })
      self.emit('change', detail)
    },
    cancelled() {
      state.sheet = undefined
      self.emit('cancel', {})
    },
  })
}

/** What a form takes before anything was chosen, and after a reset. */
function emptyValue(self: BuiltinInstance): unknown {
  const mode = modeOf(self)
  if (mode === 'selector') return 0
  return mode === 'multiSelector' || mode === 'region' ? [] : ''
}

/** `<picker>`: a tap on what is inside it opens wheels at the bottom of the phone. */
export const picker: BuiltinDefinition = {
  name: 'picker',
  properties: {
    name: { type: String },
    mode: { type: String, value: 'selector' },
    headerText: { type: String },
    disabled: { type: Boolean },
    range: { type: null, value: [] },
    rangeKey: { type: String },
    value: { type: null },
    start: { type: String },
    end: { type: String },
    fields: { type: String, value: 'day' },
    level: { type: String, value: 'region' },
    customItem: { type: String },
  },
  created: (self) => ownRole(self, 'button'),
  observers: {
    mode: (self) => void modeOf(self),
    'range,value': (self) => sheetOf(self).sheet?.refresh(),
  },
  attached(self) {
    leaving(self).push(() => {
      sheetOf(self).sheet?.close()
      sheetOf(self).sheet = undefined
    })
  },
  detached: leave,
  onTap(self) {
    open(self)
    return true
  },
  methods: {
    tap: open,
    fieldValue: (self) => self.data['value'] ?? emptyValue(self),
    resetField: (self) => self.setData({ value: emptyValue(self) }),
  },
  css: 'wx-picker { display: block; }',
}
