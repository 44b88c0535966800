import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { componentPage, type ComponentPage } from '../fixtures/component-harness/component-page'
import type { Tree } from '../fixtures/component-harness/harness-page'
import {
  startComponentHarness,
  type ComponentHarnessServer,
} from '../fixtures/component-harness/start-component-harness'

let harness: ComponentHarnessServer
let phone: ComponentPage

beforeAll(async () => {
  harness = await startComponentHarness()
  phone = componentPage(await harness.openPage())
})
afterAll(() => harness.close())
beforeEach(() => phone.reset())

describe('image', () => {
  test('each mode fills the box in its own way', async () => {
    await phone.mount(
      ['image', { id: 'plain', src: '100x50.svg' }],
      ['image', { id: 'wide', src: '100x50.svg', mode: 'widthFix', style: 'width:200px' }],
      ['image', { id: 'high', src: '100x50.svg', mode: 'heightFix', style: 'height:40px' }],
      ['image', { id: 'fit', src: '100x50.svg', mode: 'aspectFit' }],
      ['image', { id: 'cut', src: '100x50.svg', mode: 'bottom right' }],
    )
    for (const id of ['plain', 'wide', 'high', 'fit', 'cut']) {
      expect(await phone.until(id, 'load')).toEqual([{ width: 100, height: 50 }])
    }
    expect(await phone.box('#plain')).toMatchObject({ width: 320, height: 240 })
    expect(await phone.box('#wide')).toMatchObject({ width: 200, height: 100 })
    expect(await phone.box('#high')).toMatchObject({ width: 80, height: 40 })
    const styles = await phone.page.evaluate(() =>
      ['fit', 'cut'].map((id) => {
        const style = getComputedStyle(document.querySelector(`#${id} img`) as Element)
        return [style.objectFit, style.objectPosition]
      }),
    )
    expect(styles).toEqual([
      ['contain', '50% 50%'],
      ['none', '100% 100%'],
    ])
  })

  test('a widthFix picture keeps its shape when its width changes', async () => {
    await phone.mount([
      'view',
      { id: 'around', style: 'width:200px' },
      [['image', { id: 'wide', src: '100x50.svg', mode: 'widthFix', style: 'width:100%' }]],
    ])
    await phone.until('wide', 'load')
    await phone.page.evaluate(() =>
      document.getElementById('around')?.setAttribute('style', 'width:300px'),
    )
    await phone.page.waitForFunction(() => document.getElementById('wide')?.offsetHeight === 150)
  })

  test('a missing picture is an error; an unknown mode is shown to the developer', async () => {
    await phone.mount(['image', { id: 'gone', src: 'nowhere.png', mode: 'cover' }])
    expect(await phone.until('gone', 'error')).toEqual([
      { errMsg: 'Failed to load image nowhere.png' },
    ])
    expect(await phone.reports()).toEqual([
      expect.stringContaining('<image> mode: "cover" is none of'),
    ])
  })

  test('a lazy picture far below loads only when it comes near', async () => {
    await phone.mount(
      ['view', { style: 'height:4000px' }],
      ['image', { id: 'lazy', src: '100x50.svg', lazyLoad: true }],
      ['image', { id: 'eager', src: '100x50.svg' }],
    )
    await phone.until('eager', 'load')
    expect(await phone.events('lazy', 'load')).toEqual([])
    await phone.page.evaluate(() => window.scrollTo(0, 2500))
    await phone.until('lazy', 'load')
  })
})

describe('scroll-view', () => {
  const rows = Array.from({ length: 40 }, (_, index): Tree => [
    'view',
    { id: `row-${index}`, style: 'height:50px' },
    [`row ${index}`],
  ])
  const list = (attributes: Record<string, unknown>): Tree => [
    'scroll-view',
    { id: 'list', scrollY: true, style: 'height:300px', ...attributes },
    rows,
  ]

  test('tells of scrolling and of both edges within their thresholds', async () => {
    await phone.mount(list({ lowerThreshold: '100rpx', upperThreshold: 50 }))
    await phone.page.evaluate(() => document.getElementById('list')?.scrollTo(0, 1600))
    await phone.until('list', 'scroll')
    expect(await phone.events('list', 'scrolltolower')).toEqual([])
    await phone.page.evaluate(() => document.getElementById('list')?.scrollTo(0, 1655))
    expect(await phone.until('list', 'scrolltolower')).toEqual([{ direction: 'bottom' }])
    expect(await phone.events('list', 'scroll')).toEqual([
      {
        scrollLeft: 0,
        scrollTop: 1600,
        scrollHeight: 2000,
        scrollWidth: 375,
        deltaX: 0,
        deltaY: -1600,
      },
      {
        scrollLeft: 0,
        scrollTop: 1655,
        scrollHeight: 2000,
        scrollWidth: 375,
        deltaX: 0,
        deltaY: -55,
      },
    ])
    await phone.page.evaluate(() => document.getElementById('list')?.scrollTo(0, 20))
    expect(await phone.until('list', 'scrolltoupper')).toEqual([{ direction: 'top' }])
  })

  test('goes to scroll-top and to a child, which may come with the same change', async () => {
    await phone.mount(list({ scrollTop: 500 }))
    const top = (): Promise<number | undefined> =>
      phone.page.evaluate(() => document.getElementById('list')?.scrollTop)
    expect(await top()).toBe(500)
    await phone.page.evaluate(() => {
      window.components.set('list', { scrollIntoView: 'late' })
      window.components.add('list', ['view', { id: 'late', style: 'height:400px' }, ['late']])
    })
    await phone.page.waitForFunction(() => document.getElementById('list')?.scrollTop === 2000)
    await phone.set('list', { scrollIntoView: 'row-3', scrollWithAnimation: true })
    await phone.page.waitForFunction(() => document.getElementById('list')?.scrollTop === 150)
  })

  test('a mouse drags it as a finger would, and the inner one of two goes first', async () => {
    await phone.mount([
      'scroll-view',
      { id: 'outer', scrollY: true, style: 'height:400px' },
      [list({}), ['view', { style: 'height:900px' }]],
    ])
    await phone.dragAndHold([100, 250], [100, 50])
    const tops = (): Promise<(number | undefined)[]> =>
      phone.page.evaluate(() =>
        ['list', 'outer'].map((id) => document.getElementById(id)?.scrollTop),
      )
    expect(await tops()).toEqual([200, 0])
    await phone.page.mouse.up()
  })

  test('pulling far enough refreshes until the page ends it', async () => {
    await phone.mount(list({ refresherEnabled: true, refresherThreshold: 45 }))
    await phone.drag([100, 20], [100, 60])
    await phone.until('list', 'refresherabort')
    expect(await phone.events('list', 'refresherrefresh')).toEqual([])
    await phone.drag([100, 20], [100, 170])
    await phone.until('list', 'refresherrefresh')
    expect(await phone.data('list', 'refresherTriggered')).toBe(true)
    await phone.set('list', { refresherTriggered: false })
    await phone.until('list', 'refresherrestore')
    expect((await phone.events('list', 'refresherpulling')).length).toBeGreaterThan(2)
  })
})

describe('swiper', () => {
  const slides = (attributes: Record<string, unknown>, count = 3): Tree => [
    'swiper',
    { id: 'swiper', duration: 50, style: 'height:100px', ...attributes },
    Array.from({ length: count }, (_, index): Tree => [
      'swiper-item',
      { id: `slide-${index}`, itemId: `item-${index}` },
      [`slide ${index}`],
    ]),
  ]
  const left = (id: string): Promise<number | undefined> =>
    phone.page.evaluate(
      (target) => document.getElementById(target)?.getBoundingClientRect().left,
      id,
    )

  test('a drag past the half turns to the next item; a short one turns back', async () => {
    await phone.mount(slides({}))
    await phone.drag([300, 50], [60, 50])
    expect(await phone.until('swiper', 'animationfinish')).toEqual([
      { current: 1, currentItemId: 'item-1', source: 'touch' },
    ])
    expect(await phone.events('swiper', 'change')).toEqual([
      { current: 1, currentItemId: 'item-1', source: 'touch' },
    ])
    expect(await left('slide-1')).toBe(0)
    expect((await phone.events('swiper', 'transition')).length).toBeGreaterThan(3)
  })

  test('a track that is not circular gives only a little at its ends', async () => {
    await phone.mount(slides({}))
    await phone.dragAndHold([60, 50], [360, 50])
    const pulled = await left('slide-0')
    expect(pulled).toBeGreaterThan(50)
    expect(pulled).toBeLessThan(187.5)
    await phone.page.mouse.up()
    await phone.until('swiper', 'animationfinish')
    expect(await left('slide-0')).toBe(0)
    expect(await phone.events('swiper', 'change')).toEqual([])
  })

  test('a circular one goes on from the last to the first, and back', async () => {
    await phone.mount(slides({ circular: true, current: 2 }))
    expect(await left('slide-2')).toBe(0)
    await phone.drag([300, 50], [60, 50])
    expect(await phone.until('swiper', 'change')).toMatchObject([{ current: 0 }])
    await phone.until('swiper', 'animationfinish')
    expect(await left('slide-0')).toBe(0)
    await phone.drag([60, 50], [300, 50])
    expect(await phone.until('swiper', 'change', 2)).toMatchObject([{ current: 0 }, { current: 2 }])
  })

  test('plays by itself and starts over after the last', async () => {
    await phone.mount(slides({ autoplay: true, interval: 30, duration: 10 }))
    const turns = (await phone.until('swiper', 'change', 3)).slice(0, 3)
    expect(turns).toEqual([
      { current: 1, currentItemId: 'item-1', source: 'autoplay' },
      { current: 2, currentItemId: 'item-2', source: 'autoplay' },
      { current: 0, currentItemId: 'item-0', source: 'autoplay' },
    ])
  })

  test('the page turns it by current; a change by hand is known to the property', async () => {
    await phone.mount(slides({ indicatorDots: true }))
    await phone.set('swiper', { current: 2 })
    expect(await phone.until('swiper', 'animationfinish')).toEqual([
      { current: 2, currentItemId: 'item-2', source: '' },
    ])
    const active = (): Promise<boolean[]> =>
      phone.page
        .locator('.wx-swiper-dot')
        .evaluateAll((dots) => dots.map((dot) => dot.classList.contains('wx-swiper-dot-active')))
    expect(await active()).toEqual([false, false, true])
    await phone.drag([60, 50], [300, 50])
    await phone.until('swiper', 'animationfinish', 2)
    expect(await phone.data('swiper', 'current')).toBe(1)
    await phone.set('swiper', { current: 2 })
    await phone.until('swiper', 'animationfinish', 3)
    expect(await left('slide-2')).toBe(0)
  })

  test('margins show the neighbours; several can be shown at once; items come and go', async () => {
    await phone.mount(
      slides({ previousMargin: '50rpx', nextMargin: '25px', displayMultipleItems: 2 }, 4),
    )
    expect(await phone.box('#slide-0')).toMatchObject({ x: 25, width: 162.5 })
    expect(await phone.box('#slide-1')).toMatchObject({ x: 187.5 })
    await phone.set('swiper', { current: 3 })
    await phone.until('swiper', 'animationfinish')
    expect(await left('slide-2')).toBe(25)
    await phone.page.evaluate(() => window.components.remove('slide-3'))
    await phone.page.waitForFunction(
      () => document.getElementById('slide-1')?.getBoundingClientRect().left === 25,
    )
  })

  test('a vertical one turns by vertical drags only', async () => {
    await phone.mount(slides({ vertical: true }))
    await phone.drag([300, 50], [60, 50])
    await phone.drag([100, 90], [100, 10])
    expect(await phone.until('swiper', 'change')).toMatchObject([{ current: 1 }])
    await phone.until('swiper', 'animationfinish')
    expect(await phone.box('#slide-1')).toMatchObject({ y: 0 })
  })
})
