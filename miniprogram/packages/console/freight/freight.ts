import type { FreightRow } from '../../../../shared/contract/console-goods'
import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { definePage } from '../../../lib/page'
import {
  blankZone,
  previewText,
  summaryOf,
  toFields,
  toFreightForm,
  withProvinces,
} from './freight-view'
import type { ZoneFields } from './freight-view'
import { provinces, shortProvince } from './provinces'

type Tap<D> = WechatMiniprogram.TouchEvent<object, object, D & WechatMiniprogram.IAnyObject>
type ZoneText = 'firstGrams' | 'firstYuan' | 'stepGrams' | 'stepYuan' | 'freeYuan'

/** What is asked most: a parcel of tea to a neighbour. */
const usualAsk = { province: '浙江省', grams: '1200', yuan: '80' }

definePage({
  texts: ['common', 'freight'],
  data: {
    templates: [] as { id: string; name: string; isDefault: boolean; summary: string }[],
    /** Empty: a new one. */
    openId: '',
    name: '',
    zones: [] as ZoneFields[],
    ask: usualAsk,
    askPlace: provinces.findIndex((name) => name === usualAsk.province),
    provinceNames: provinces.map(shortProvince),
    preview: '',
    problem: '',
    picking: -1,
    choices: [] as { name: string; short: string; isOn: boolean; isElsewhere: boolean }[],
    isLoading: true,
    isSaving: false,
    once: '',
    failure: null as FailureView | null,
  },

  rows: [] as FreightRow[],

  onLoad() {
    void this.load()
  },
  onLanguageChange() {
    this.showList()
    this.preview()
  },

  async load(openId?: string) {
    const result = await call('console.listFreight', {})
    if (!result.ok) {
      this.setData({ isLoading: false, failure: toFailureView(result) })
      return
    }
    this.rows = result.data.templates
    this.showList()
    this.setData({ isLoading: false, failure: null })
    const row = this.rows.find(({ id }) => id === openId) ?? this.rows[0]
    if (row) this.open(row)
    else this.onAddTap()
  },
  onRetryTap() {
    this.setData({ failure: null, isLoading: true })
    void this.load()
  },
  showList() {
    this.setData({
      templates: this.rows.map((row) => ({
        id: row.id,
        name: row.name,
        isDefault: row.isDefault,
        summary: summaryOf(row, this.data.t.freight),
      })),
    })
  },
  open({ id, name, zones }: FreightRow) {
    this.setData({ openId: id, name, zones: toFields(zones), problem: '', once: newOnceKey() })
    this.preview()
  },
  onTemplateTap(event: Tap<{ id: string }>) {
    const row = this.rows.find(({ id }) => id === event.currentTarget.dataset.id)
    if (row) this.open(row)
  },
  onAddTap() {
    this.setData({ openId: '', name: '', zones: [blankZone()], problem: '', once: newOnceKey() })
    this.preview()
  },

  edit(values: Record<string, unknown>) {
    this.setData({ ...values, problem: '', once: newOnceKey() } as object)
    this.preview()
  },
  preview() {
    const { zones, ask, t } = this.data
    this.setData({ preview: previewText(zones, ask, t.freight) ?? '' })
  },
  onNameInput(event: WechatMiniprogram.Input) {
    this.edit({ name: event.detail.value })
  },
  onZoneInput(event: WechatMiniprogram.Input<object, { index: number; field: ZoneText }>) {
    const { index, field } = event.currentTarget.dataset
    this.edit({ [`zones[${index}].${field}`]: event.detail.value })
  },
  onExcludedTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
    const { index } = event.currentTarget.dataset
    this.edit({ [`zones[${index}].isExcluded`]: !this.data.zones[index]?.isExcluded })
  },
  onAddZoneTap() {
    const { zones } = this.data
    this.edit({ zones: [...zones.slice(0, -1), blankZone(), ...zones.slice(-1)] })
  },
  onRemoveZoneTap(event: Tap<{ index: number }>) {
    const { index } = event.currentTarget.dataset
    this.edit({ zones: this.data.zones.filter((_, place) => place !== index) })
  },

  onProvincesTap(event: Tap<{ index: number }>) {
    this.setData({ picking: event.currentTarget.dataset.index })
    this.showChoices()
  },
  showChoices() {
    const { zones, picking } = this.data
    this.setData({
      choices: provinces.map((name) => ({
        name,
        short: shortProvince(name),
        isOn: zones[picking]?.provinces.includes(name) ?? false,
        isElsewhere: zones.some((zone, at) => at !== picking && zone.provinces.includes(name)),
      })),
    })
  },
  /** A province is in one zone: taken here, it leaves the other. */
  onChoiceTap(event: Tap<{ name: string }>) {
    const { name } = event.currentTarget.dataset
    const { zones, picking } = this.data
    this.edit({
      zones: zones.map((zone, at) => {
        const isHere = zone.provinces.includes(name)
        if (at !== picking && !isHere) return zone
        const others = zone.provinces.filter((each) => each !== name)
        return withProvinces(zone, at === picking && !isHere ? [...others, name] : others)
      }),
    })
    this.showChoices()
  },
  onPickingClose() {
    this.setData({ picking: -1 })
  },

  onAskProvinceChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const askPlace = Number(event.detail.value)
    this.setData({ askPlace, 'ask.province': provinces[askPlace] ?? usualAsk.province })
    this.preview()
  },
  onAskInput(event: WechatMiniprogram.Input<object, { field: 'grams' | 'yuan' }>) {
    this.setData({ [`ask.${event.currentTarget.dataset.field}`]: event.detail.value } as object)
    this.preview()
  },

  async onSaveTap() {
    const { name, zones, openId, once, isSaving, t } = this.data
    if (isSaving) return
    const answer = toFreightForm(name, zones, t.freight)
    if ('problem' in answer) {
      this.setData({ problem: answer.problem })
      return
    }
    const seenAt = this.rows.find(({ id }) => id === openId)?.updatedAt
    this.setData({ isSaving: true })
    const result = await change(
      'console.saveFreight',
      {
        form: answer.form,
        ...(openId === '' ? {} : { templateId: openId }),
        ...(seenAt === undefined ? {} : { seenAt }),
      },
      once,
    )
    this.setData({ isSaving: false })
    if (result.ok) {
      void wx.showToast({ title: t.freight.saved, icon: 'none' })
      await this.load(result.data.id)
      return
    }
    sayFailure(result)
    if (result.error.code === 'FREIGHT_CHANGED') await this.load(openId)
  },
})
