import { w, type OptionDraft, type ValueDraft } from './draft'

const grams = (n: number): ValueDraft => ({
  id: `${n}g`,
  name: w(`${n} 克`, `${n} g`),
  grams: n,
})

/** Net weights in grams. */
export const weight = (...each: number[]): OptionDraft => ({
  id: 'weight',
  name: w('净含量', 'Net weight'),
  values: each.map(grams),
})

const packs = {
  bag: { id: 'bag', name: w('袋装', 'Bag'), grams: 15 },
  tin: { id: 'tin', name: w('罐装', 'Tin'), grams: 120, extraFen: 1200 },
  plain: { id: 'plain', name: w('简装', 'Plain'), grams: 60 },
  box: { id: 'box', name: w('礼盒', 'Gift box'), grams: 260, extraFen: 1800 },
} satisfies Record<string, ValueDraft>

export const pack = (...each: (keyof typeof packs)[]): OptionDraft => ({
  id: 'pack',
  name: w('包装', 'Packing'),
  values: each.map((id) => packs[id]),
})

const grinds = {
  bean: { id: 'bean', name: w('咖啡豆', 'Whole bean') },
  pour: { id: 'pour', name: w('手冲粉', 'For pour-over') },
  moka: { id: 'moka', name: w('摩卡壶粉', 'For moka pot') },
  espresso: { id: 'espresso', name: w('意式粉', 'For espresso') },
} satisfies Record<string, ValueDraft>

export const grind = (...each: (keyof typeof grinds)[]): OptionDraft => ({
  id: 'grind',
  name: w('研磨', 'Grind'),
  values: each.map((id) => grinds[id]),
})

const glazes = {
  snow: { id: 'snow', name: w('雪白', 'Snow'), pictured: true },
  celadon: { id: 'celadon', name: w('豆青', 'Celadon'), pictured: true },
  clay: { id: 'clay', name: w('陶红', 'Clay'), pictured: true },
  pine: { id: 'pine', name: w('松绿', 'Pine'), pictured: true },
} satisfies Record<string, ValueDraft>

export const glaze = (...each: (keyof typeof glazes)[]): OptionDraft => ({
  id: 'glaze',
  name: w('釉色', 'Glaze'),
  values: each.map((id) => glazes[id]),
})

export const engraving: OptionDraft = {
  id: 'engraving',
  name: w('刻字', 'Engraving'),
  values: [
    { id: 'none', name: w('不刻字', 'No engraving') },
    { id: 'engraved', name: w('刻字，六字内', 'Engraved, up to six characters'), extraFen: 2000 },
  ],
}

/** How many, by the unit it is sold in: `count(w('盒', 'box'), 1, 3)`. */
export const count = (
  unit: { zh: string; en: string; ens: string },
  ...each: number[]
): OptionDraft => ({
  id: 'count',
  name: w('数量', 'Quantity'),
  values: each.map((n) => ({
    id: `${n}`,
    name: w(`${n} ${unit.zh}`, `${n} ${n === 1 ? unit.en : unit.ens}`),
  })),
})

export const greeting: OptionDraft = {
  id: 'greeting',
  name: w('贺卡', 'Greeting card'),
  values: [
    { id: 'none', name: w('不放', 'None') },
    { id: 'written', name: w('手写一张', 'Handwritten'), extraFen: 500, grams: 10 },
  ],
}
