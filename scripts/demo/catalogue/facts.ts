import { w } from './draft'
import type { DemoFact, DemoTaste, Words } from './types'

const fact =
  (name: Words) =>
  (zh: string, en: string): DemoFact => ({ name, value: w(zh, en) })

export const origin = fact(w('产地', 'Origin'))
export const harvest = fact(w('采摘', 'Harvest'))
export const craft = fact(w('工艺', 'Craft'))
export const roast = fact(w('烘焙', 'Roast'))
export const brewing = fact(w('冲泡', 'Brewing'))
export const ingredients = fact(w('配料', 'Ingredients'))
export const allergens = fact(w('致敏物', 'Allergens'))
export const storage = fact(w('存放', 'Storage'))
export const material = fact(w('材质', 'Material'))
export const capacity = fact(w('容量', 'Capacity'))
export const care = fact(w('养护', 'Care'))
export const contents = fact(w('内含', 'Contains'))
export const size = fact(w('尺寸', 'Size'))
export const net = fact(w('净含量', 'Net weight'))

export const shelfLife = (months: number): DemoFact => ({
  name: w('保质期', 'Shelf life'),
  value: w(`${months} 个月`, months === 1 ? '1 month' : `${months} months`),
})
export const shelfDays = (days: number): DemoFact => ({
  name: w('保质期', 'Shelf life'),
  value: w(`${days} 天`, `${days} days`),
})
export const keeps: DemoFact = {
  name: w('保质期', 'Shelf life'),
  value: w('适合长期存放', 'Keeps and improves for years'),
}

export const coolAndDry = storage('避光、干燥、密封', 'Dark, dry and sealed')
export const inFridge = storage('密封冷藏更鲜', 'Sealed, better in the fridge')

const scales =
  (...names: readonly [Words, Words, Words, Words]) =>
  (...levels: readonly [number, number, number, number]): DemoTaste[] =>
    names.map((name, i) => ({ name, level: levels[i] ?? 0 }))

export const teaTaste = scales(
  w('香', 'Aroma'),
  w('甜', 'Sweet'),
  w('浓', 'Body'),
  w('耐泡', 'Infusions'),
)
export const coffeeTaste = scales(
  w('香', 'Aroma'),
  w('酸', 'Acidity'),
  w('苦', 'Bitter'),
  w('醇', 'Body'),
)
export const snackTaste = scales(
  w('甜', 'Sweet'),
  w('咸', 'Salty'),
  w('香', 'Aroma'),
  w('脆', 'Crisp'),
)
export const spoonTaste = scales(
  w('甜', 'Sweet'),
  w('酸', 'Sour'),
  w('香', 'Aroma'),
  w('稠', 'Thick'),
)

export const tags = {
  beforeQingming: w('明前', 'Pre-Qingming'),
  firstBatch: w('第一批', 'First batch'),
  beforeGuyu: w('雨前', 'Pre-Guyu'),
  arrived: w('新到', 'New'),
  thisSpring: w('今春', 'This spring'),
  handmade: w('手作', 'Handmade'),
  noSugar: w('不加糖', 'No sugar'),
  madeDaily: w('当天做', 'Made daily'),
} as const
