import { describe, expect, test } from '@jest/globals'
import { definitionOf } from './definition'
import type { Definition } from './definition'
import { markupProblems } from './markup-problems'

const definition: Definition = {
  isPage: true,
  methods: new Set(['onBuyTap']),
  fields: new Set(['t', 'rows', 'isBusy']),
  texts: { cart: { title: '购物车' } },
}
const problemsOf = (markup: string, components: Record<string, string> = {}) =>
  markupProblems({ markup, components }, definition)

describe('the markup of a page', () => {
  test('may use what is there', () => {
    const markup = `
      <wxs src="./rows.wxs" module="rows2" />
      <view wx:for="{{rows}}" wx:for-item="row" wx:key="id" bind:tap="onBuyTap">
        <price fen="{{row.fen}}" label="{{isBusy ? 'a.b' : t.cart.title}}" data="{{ {a: index} }}" />
        {{rows2.sum(row)}}
      </view>`
    expect(problemsOf(markup, { price: '/components/price/price' })).toEqual([])
  })

  test.each([
    ['a handler that is not there', '<view bindtap="onByuTap" />', 'onByuTap'],
    ['one that catches', '<view catch:tap="onByuTap" />', 'onByuTap'],
    ['one on the way down', '<view capture-bind:tap="onByuTap" />', 'onByuTap'],
    ['a misspelt tag', '<veiw />', '<veiw>'],
    ['data that is not there', '<view>{{row.name}}</view>', '"row"'],
    ['a text that is not there', '<view>{{t.cart.titel}}</view>', 't.cart.titel'],
    ['a group it does not ask for', '<view>{{t.home.title}}</view>', 'home'],
    ['words that are not translated', '<view>加入购物车</view>', 'Chinese'],
  ])('is told of %s', (_what, markup, said) => {
    expect(problemsOf(markup)).toEqual([expect.stringContaining(said)])
  })

  test('is told of components it declares for nothing', () => {
    expect(problemsOf('<view />', { price: '/price' })).toEqual(['price is declared and not used'])
    expect(problemsOf('<view generic:row="price" />', { price: '/price' })).toEqual([])
  })
})

describe('what a script registers', () => {
  const register = (name: 'Page' | 'Component', options: object) => () =>
    (Reflect.get(globalThis, name) as (options: object) => void)(options)

  test('holds the behaviors it is made of', () => {
    const behavior = { methods: { onShared: () => 0 }, properties: { size: Number } }
    const options = {
      behaviors: ['wx://form-field', behavior],
      data: { isOpen: false, t: { cart: { title: '购物车' } } },
      methods: { onOwnTap: () => 0 },
    }
    const found = definitionOf('x', register('Component', options))
    expect([...found.methods]).toEqual(['onShared', 'onOwnTap'])
    expect([...found.fields]).toEqual(['name', 'value', 'size', 'isOpen', 't'])
    expect(found.texts).toEqual({ cart: { title: '购物车' } })
  })

  test('has a page handle taps with what stands beside its data', () => {
    const found = definitionOf('x', register('Page', { data: {}, onBuyTap: () => 0 }))
    expect(found.isPage).toBe(true)
    expect([...found.methods]).toEqual(['onBuyTap'])
  })

  test('is missed when there is nothing', () => {
    expect(() => definitionOf('x.ts', () => undefined)).toThrow('x.ts registers neither')
  })
})
