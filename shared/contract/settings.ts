import * as v from 'valibot'
import type { Localized } from '../domain/localized'
import { accents } from '../domain/accent'
import { fileId, id, text } from './fields'
import { messageKinds, messageFacts } from '../domain/message-kinds'
import type { MessageKind, MessageFact } from '../domain/message-kinds'

/** A text in both languages, as staff type it. */
const localized = (maximum: number, minimum = 1) =>
  v.strictObject({ zh: text(maximum, minimum), en: text(maximum * 3, minimum) })

const fen = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000))

/** A place where orders are picked up. */
const store = v.strictObject({
  id,
  name: localized(20),
  address: localized(60),
  hours: localized(40),
  phone: text(20),
  isOn: v.boolean(),
})
export type StoreSettings = v.InferOutput<typeof store>

/** Parts of the mini program the company can do without. */
const modules = ['coupons', 'flashSale', 'groupBuy', 'recommendations'] as const
export type ModuleName = (typeof modules)[number]

/** One part of the settings, as it is changed by itself. */
export const settingsPart = v.variant('part', [
  v.strictObject({
    part: v.literal('company'),
    name: localized(20),
    logo: v.optional(fileId),
    accent: v.picklist(accents),
  }),
  v.strictObject({
    part: v.literal('modules'),
    off: v.pipe(v.array(v.picklist(modules)), v.maxLength(modules.length)),
  }),
  v.strictObject({
    part: v.literal('template'),
    kind: v.picklist(messageKinds),
    /** Without one such messages are not sent. */
    template: v.optional(
      v.strictObject({
        id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{4,64}$/)),
        fields: v.pipe(
          v.array(
            v.strictObject({
              field: v.pipe(v.string(), v.regex(/^[a-z_]{3,20}\d{1,3}$/)),
              fact: v.picklist(messageFacts),
            }),
          ),
          v.minLength(1),
          v.maxLength(8),
        ),
      }),
    ),
  }),
  v.strictObject({
    part: v.literal('delivery'),
    feeFen: fen,
    freeFromFen: fen,
    from: localized(20),
    promise: v.strictObject({ today: localized(40), tomorrow: localized(40) }),
  }),
  v.strictObject({ part: v.literal('stores'), stores: v.pipe(v.array(store), v.maxLength(50)) }),
  v.strictObject({
    part: v.literal('guarantees'),
    guarantees: v.pipe(v.array(localized(20)), v.maxLength(6)),
  }),
  v.strictObject({
    part: v.literal('search'),
    hint: localized(20),
    hotWords: v.pipe(v.array(localized(20)), v.maxLength(12)),
  }),
])
export type SettingsPart = v.InferOutput<typeof settingsPart>

/** The settings as the console shows and changes them. */
export interface SettingsView {
  version: number
  canChange: boolean
  company: { name: Localized; logo?: string; accent: (typeof accents)[number] }
  modulesOff: ModuleName[]
  templates: { kind: MessageKind; id: string; fields: { field: string; fact: MessageFact }[] }[]
  delivery: {
    feeFen: number
    freeFromFen: number
    from: Localized
    promise: { today: Localized; tomorrow: Localized }
  }
  stores: StoreSettings[]
  guarantees: Localized[]
  search: { hint: Localized; hotWords: Localized[] }
}
