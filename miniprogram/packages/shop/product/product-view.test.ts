import { describe, expect, test } from '@jest/globals'
import type { ProductDetail } from '../../../../shared/contract/catalog'
import { product as texts } from '../../../../shared/messages/product'
import { toChosenView, toProductView } from './product-view'

const tea: ProductDetail = {
  id: 'tea',
  name: '云山雾尖',
  line: '清明前 9 天采的单芽',
  plate: 'tea',
  category: { id: 'spring', name: '春茶' },
  pictures: ['cloud://env.bucket/tin.webp', 'cloud://env.bucket/scene.webp'],
  options: [{ id: 'weight', name: '净重', values: [{ id: 'w50', name: '50 克' }] }],
  skus: [{ id: 's50', values: { weight: 'w50' }, priceFen: 11600, wasFen: 12800, stock: 3 }],
  tastes: [{ name: '香', level: 4 }],
  facts: [{ name: '产地', value: '云山镇' }],
  story: ['早上有雾。'],
  delivery: { from: '云山镇', promise: '明天 18:00 前发出' },
  guarantees: ['七天无理由'],
  soldCount: 1203,
  isSoldOut: false,
  related: [],
}
const chinese = texts['zh-CN']
const steps = (...on: boolean[]) => on.map((isOn, index) => ({ id: index + 1, isOn }))

describe('the product page', () => {
  const view = toProductView(tea, chinese)

  test('stands the first picture on the plate and lets the others fill the frame', () => {
    expect(view.pictures.map(({ isCutOut }) => isCutOut)).toEqual([true, false])
    expect(view.pictures[1]?.label).toBe('云山雾尖，第 2 张，共 2 张')
  })
  test('draws a taste as five steps, and says it in words', () => {
    expect(view.tastes).toEqual([
      { name: '香', label: '香：4 分，满分 5 分', steps: steps(true, true, true, true, false) },
    ])
  })
  test('says how many were sold, and nothing when none was', () => {
    expect(view.sold).toBe('已售 1,203')
    expect(toProductView({ ...tea, soldCount: 0 }, chinese).sold).toBe('')
  })
  test('joins where it comes from and when it leaves', () => {
    expect(view.delivery).toEqual(['云山镇', '明天 18:00 前发出'])
  })
  test('knows whether options must be chosen', () => {
    expect(view.hasOptions).toBe(true)
    expect(toProductView({ ...tea, options: [] }, chinese).hasOptions).toBe(false)
  })
})

describe('what is chosen', () => {
  test('shows the price of the SKU and ends with the pieces', () => {
    expect(toChosenView(tea, { weight: 'w50' }, 2, chinese)).toEqual({
      skuId: 's50',
      priceFen: 11600,
      wasFen: 12800,
      isOffered: false,
      words: ['50 克', '2 件'],
      quantity: 2,
    })
  })
  test('shows the price of a sale, and strikes what it costs otherwise', () => {
    expect(toChosenView(tea, { weight: 'w50' }, 1, chinese, { s50: 9900 })).toMatchObject({
      priceFen: 9900,
      wasFen: 11600,
      isOffered: true,
    })
  })
  test('is nothing to buy without a SKU', () => {
    expect(toChosenView({ ...tea, skus: [] }, {}, 1, chinese)).toMatchObject({
      skuId: '',
      priceFen: 0,
    })
  })
})
