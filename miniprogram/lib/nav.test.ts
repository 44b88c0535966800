import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import * as nav from './nav'

const went: string[] = []
const goes =
  (name: string) =>
  ({ url }: { url: string }) =>
    went.push(`${name} ${url}`)
let depth = 1
let now = 0

beforeEach(() => {
  depth = 1
  // Each test begins when every page of the one before has come in.
  now += 60_000
  jest.spyOn(Date, 'now').mockImplementation(() => now)
  Object.assign(globalThis, {
    wx: {
      navigateTo: goes('navigateTo'),
      redirectTo: goes('redirectTo'),
      switchTab: goes('switchTab'),
      navigateBack: () => went.push('navigateBack'),
    },
    getCurrentPages: () => Array.from({ length: depth }),
  })
})
afterEach(() => {
  went.length = 0
})

describe('an address', () => {
  test('carries what the page is opened with, and leaves out what is not given', () => {
    expect(nav.urlOf('product', { productId: 'tea-1' })).toBe(
      '/packages/shop/product/product?productId=tea-1',
    )
    expect(nav.urlOf('checkout', { skuId: 'a b' })).toBe(
      '/packages/shop/checkout/checkout?skuId=a%20b',
    )
    expect(nav.urlOf('home')).toBe('/pages/home/home')
  })
})

describe('opening', () => {
  test('a page goes on the stack', () => {
    nav.open('product', { productId: 'tea-1' })
    expect(went).toEqual(['navigateTo /packages/shop/product/product?productId=tea-1'])
  })
  test('the eleventh page takes the place of the tenth', () => {
    depth = 10
    nav.open('product', { productId: 'tea-1' })
    expect(went).toEqual(['redirectTo /packages/shop/product/product?productId=tea-1'])
  })
  test('a tab is switched to without a query, and told once what for', () => {
    nav.open('category', { categoryId: 'tea' })
    expect(went).toEqual(['switchTab /pages/category/category'])
    expect(nav.takeTabParams('cart')).toBeUndefined()
    expect(nav.takeTabParams('category')).toEqual({ categoryId: 'tea' })
    expect(nav.takeTabParams('category')).toBeUndefined()
  })
  test('a tab opened for nothing forgets what it was opened for before', () => {
    nav.open('category', { categoryId: 'tea' })
    nav.open('category')
    expect(nav.takeTabParams('category')).toBeUndefined()
  })
  test('in place of this page', () => {
    nav.replace('paid', { outTradeNo: 'YS1' })
    nav.replace('cart')
    expect(went).toEqual([
      'redirectTo /packages/shop/paid/paid?outTradeNo=YS1',
      'switchTab /pages/cart/cart',
    ])
  })
})

describe('a hurried finger', () => {
  test('opens one page, however often it taps while the page comes in', () => {
    nav.open('product', { productId: 'tea-1' })
    now += 200
    nav.open('product', { productId: 'tea-1' })
    expect(went).toHaveLength(1)
    now += 600
    nav.open('product', { productId: 'tea-1' })
    expect(went).toHaveLength(2)
  })
  test('another page is another wish', () => {
    nav.open('product', { productId: 'tea-1' })
    nav.open('product', { productId: 'tea-2' })
    expect(went).toHaveLength(2)
  })
  test('what WeChat refused may be tried again at once', () => {
    const refused: { fail: () => void }[] = []
    Object.assign(globalThis, {
      wx: { navigateTo: (options: { fail: () => void }) => refused.push(options) },
    })
    nav.open('search', {})
    refused[0]?.fail()
    nav.open('search', {})
    expect(refused).toHaveLength(2)
  })
})

describe('going back', () => {
  test('leads to the page before', () => {
    depth = 2
    nav.back()
    expect(went).toEqual(['navigateBack'])
  })
  test('leads home when the page was opened from a link', () => {
    nav.back()
    expect(went).toEqual(['switchTab /pages/home/home'])
  })
})
