import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { componentPage, type ComponentPage } from '../fixtures/component-harness/component-page'
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

/** Calls a method of the object that a component gives for `fields({ node: true })` and the like. */
const ask = (
  id: string,
  door: 'node' | 'context',
  method: string,
  options?: unknown,
): Promise<unknown> =>
  phone.page.evaluate(
    ([target, opened, called, given]) => {
      const object = window.components.call(target, opened) as Record<
        string,
        (options: unknown) => unknown
      >
      return object[called]?.(given)
    },
    [id, door, method, options] as const,
  )

describe('what every component has', () => {
  test('aria attributes reach the DOM and leave it again', async () => {
    await phone.mount([
      'view',
      { id: 'box', ariaRole: 'alert', ariaLabel: '价格', ariaHidden: false },
    ])
    const shown = (): Promise<(string | null | undefined)[]> =>
      phone.page.evaluate(() =>
        ['role', 'aria-label', 'aria-hidden'].map((name) =>
          document.getElementById('box')?.getAttribute(name),
        ),
      )
    expect(await shown()).toEqual(['alert', '价格', 'false'])
    await phone.set('box', { ariaRole: '', ariaLabel: null })
    expect(await shown()).toEqual([null, null, 'false'])
  })

  test('an exported animation plays its steps in order', async () => {
    await phone.mount(['view', { id: 'box', style: 'width:10px;height:10px' }])
    await phone.page.evaluate(() => {
      const box = document.getElementById('box') as HTMLElement
      const watch = new MutationObserver(() => {
        const { transform, opacity } = box.style
        box.dataset['seen'] = `${box.dataset['seen'] ?? ''}${transform} ${opacity};`
      })
      watch.observe(box, { attributeFilter: ['style'] })
    })
    const step = (animates: object[]): object => ({
      animates,
      option: { transition: { duration: 30, timingFunction: 'linear', delay: 0 } },
    })
    await phone.set('box', {
      animation: {
        actions: [
          step([
            { type: 'translateX', args: [40] },
            { type: 'style', args: ['opacity', 0.5] },
          ]),
          step([
            { type: 'translateX', args: [80] },
            { type: 'rotate', args: [90] },
          ]),
        ],
      },
    })
    await phone.page.waitForFunction(
      () => document.getElementById('box')?.style.transform === 'translateX(80px) rotate(90deg)',
    )
    expect(await phone.page.evaluate(() => document.getElementById('box')?.dataset['seen'])).toBe(
      'translateX(40px) 0.5;translateX(80px) rotate(90deg) 0.5;',
    )
  })
})

describe('root-portal', () => {
  test('its children live at the end of the page, come and go, and return when it is off', async () => {
    await phone.mount([
      'view',
      { id: 'moved', style: 'transform:translateX(100px);overflow:hidden;height:20px' },
      [
        [
          'root-portal',
          { id: 'portal' },
          [['view', { id: 'sheet', style: 'position:fixed;left:0;top:300px' }, ['面板']]],
        ],
      ],
    ])
    expect(await phone.box('#sheet')).toMatchObject({ x: 0, y: 300 })
    await phone.page.evaluate(() => window.components.add('portal', ['view', { id: 'second' }]))
    const home = (id: string): Promise<string | undefined> =>
      phone.page.evaluate(
        (target) => document.getElementById(target)?.parentElement?.parentElement?.id,
        id,
      )
    expect(await home('second')).toBe('')
    await phone.set('portal', { enable: false })
    expect(await home('sheet')).toBe('portal')
    await phone.set('portal', { enable: true })
    await phone.mount()
    expect(await phone.page.locator('#sheet').count()).toBe(0)
  })
})

describe('canvas', () => {
  test('its node draws, and refuses another kind of context', async () => {
    await phone.mount(['canvas', { id: 'canvas', type: '2d' }])
    const drawn = await phone.page.evaluate(() => {
      const node = window.components.call('canvas', 'node') as HTMLCanvasElement
      node.width = 20
      const pen = node.getContext('2d')
      if (!pen) return null
      pen.fillStyle = 'rgb(1, 2, 3)'
      pen.fillRect(0, 0, 20, 20)
      return [[...pen.getImageData(5, 5, 1, 1).data], node.width, node.toDataURL().slice(0, 22)]
    })
    expect(drawn).toEqual([[1, 2, 3, 255], 20, 'data:image/png;base64,'])
    expect(await ask('canvas', 'node', 'getContext', 'webgl')).toBeNull()
    expect(await phone.reports()).toHaveLength(1)
  })

  test('images it creates are found as a page writes them', async () => {
    await phone.mount(['canvas', { id: 'canvas', type: '2d' }])
    const size = await phone.page.evaluate(
      () =>
        new Promise((resolve) => {
          const node = window.components.call('canvas', 'node') as {
            createImage(): HTMLImageElement
          }
          const image = node.createImage()
          image.onload = () => resolve([image.width, image.height])
          image.src = '30x40.svg'
        }),
    )
    expect(size).toEqual([30, 40])
  })
})

describe('movable-view', () => {
  const mount = (attributes: Record<string, unknown>): Promise<void> =>
    phone.mount([
      'movable-area',
      { style: 'width:200px;height:200px' },
      [['movable-view', { id: 'piece', style: 'width:50px;height:50px', ...attributes }]],
    ])

  test('moves in its direction and stays in its area', async () => {
    await mount({ direction: 'horizontal', x: 10 })
    expect(await phone.box('#piece')).toMatchObject({ x: 10, y: 0 })
    await phone.drag([30, 20], [90, 60])
    expect(await phone.box('#piece')).toMatchObject({ x: 70, y: 0 })
    await phone.drag([90, 20], [350, 20])
    expect(await phone.box('#piece')).toMatchObject({ x: 150, y: 0 })
    const changes = await phone.events('piece', 'change')
    expect(changes.at(-1)).toEqual({ x: 150, y: 0, source: 'touch' })
  })

  test('out of bounds it comes back; the page moves it by x and y', async () => {
    await mount({ direction: 'all', outOfBounds: true })
    await phone.dragAndHold([20, 20], [300, 20])
    expect((await phone.box('#piece')).x).toBeGreaterThan(150)
    await phone.page.mouse.up()
    await phone.page.waitForFunction(
      () => document.getElementById('piece')?.getBoundingClientRect().x === 150,
    )
    const sources = (await phone.events('piece', 'change')) as { source: string }[]
    expect(sources.map(({ source }) => source)).toEqual(
      expect.arrayContaining(['touch', 'touch-out-of-bounds', 'out-of-bounds']),
    )
    await phone.set('piece', { x: 500, y: 30 })
    await phone.set('piece', { x: 40, y: 30 })
    await phone.page.waitForFunction(() => {
      const box = document.getElementById('piece')?.getBoundingClientRect()
      return box?.x === 40 && box.y === 30
    })
  })

  test('scales between its limits', async () => {
    await mount({ direction: 'all', scale: true, scaleMax: 2 })
    await phone.set('piece', { scaleValue: 5 })
    expect(await phone.events('piece', 'scale')).toEqual([{ x: 25, y: 25, scale: 2 }])
    expect(await phone.box('#piece')).toMatchObject({ x: 0, y: 0, width: 100, height: 100 })
  })
})

describe('map', () => {
  const centre = { latitude: 30.2318, longitude: 119.7241 }
  const mount = (attributes: Record<string, unknown> = {}): Promise<void> =>
    phone.mount(['map', { id: 'map', style: 'width:300px;height:200px', ...centre, ...attributes }])

  test('draws without the network and tells when it did', async () => {
    await mount()
    await phone.until('map', 'updated')
    const colours = await phone.page.evaluate(() => {
      const canvas = document.querySelector('canvas') as HTMLCanvasElement
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, 300, 200).data ?? []
      return new Set(Array.from({ length: 1000 }, (_, at) => pixels[at * 60])).size
    })
    expect(colours).toBeGreaterThan(2)
  })

  test('knows what was tapped: land, a marker, its callout', async () => {
    await mount({
      markers: [{ id: 7, ...centre, callout: { content: '云山', display: 'BYCLICK' } }],
    })
    await phone.until('map', 'updated')
    await phone.page.mouse.click(150, 100)
    expect(await phone.events('map', 'markertap')).toEqual([{ markerId: 7 }])
    await phone.page.getByText('云山').click()
    expect(await phone.events('map', 'callouttap')).toEqual([{ markerId: 7 }])
    await phone.page.mouse.click(150, 10)
    const [tap] = (await phone.events('map', 'tap')) as (typeof centre)[]
    expect(tap?.longitude).toBeCloseTo(centre.longitude, 6)
    expect(tap?.latitude).toBeGreaterThan(centre.latitude)
  })

  test('moves with a drag, and its context answers in true coordinates', async () => {
    await mount()
    await phone.drag([200, 100], [100, 100])
    expect(await phone.events('map', 'regionchange')).toMatchObject([
      { type: 'begin', causedBy: 'gesture' },
      { type: 'end', causedBy: 'drag' },
    ])
    const moved = (await ask('map', 'context', 'getCenterLocation')) as typeof centre
    expect(moved.longitude).toBeGreaterThan(centre.longitude)
    expect(moved.latitude).toBeCloseTo(centre.latitude, 9)
    const there = await ask('map', 'context', 'fromScreenLocation', { x: 50, y: 100 })
    expect(there).toMatchObject({
      latitude: expect.closeTo(centre.latitude, 9),
      longitude: expect.closeTo(centre.longitude, 9),
    })
  })

  test('include-points shows them all; a marker glides along', async () => {
    const places = [centre, { latitude: 30.25, longitude: 119.75 }]
    await mount({ includePoints: places, markers: [{ id: 1, ...centre }] })
    const region = (await ask('map', 'context', 'getRegion')) as Record<
      'southwest' | 'northeast',
      typeof centre
    >
    for (const place of places) {
      expect(region.southwest.latitude).toBeLessThan(place.latitude)
      expect(region.northeast.latitude).toBeGreaterThan(place.latitude)
      expect(region.southwest.longitude).toBeLessThan(place.longitude)
      expect(region.northeast.longitude).toBeGreaterThan(place.longitude)
    }
    expect(
      await ask('map', 'context', 'translateMarker', {
        markerId: 1,
        destination: places[1],
        duration: 20,
      }),
    ).toEqual({ errMsg: 'translateMarker:ok' })
  })
})

describe('what a page is made of', () => {
  test('page-meta styles the page and scrolls it', async () => {
    await phone.mount(
      [
        'page-meta',
        { id: 'meta', pageStyle: 'background-color: red; padding: 20rpx', rootFontSize: '20px' },
        [['navigation-bar', { title: '茶', frontColor: '#ffffff' }]],
      ],
      ['view', { style: 'height:3000px' }],
    )
    const body = (): Promise<string[]> =>
      phone.page.evaluate(() => {
        const style = getComputedStyle(document.body)
        return [
          style.backgroundColor,
          style.paddingTop,
          getComputedStyle(document.documentElement).fontSize,
        ]
      })
    expect(await body()).toEqual(['rgb(255, 0, 0)', '10px', '20px'])
    expect(await phone.requests('bar')).toEqual([
      { loading: false, title: '茶', frontColor: '#ffffff' },
    ])
    await phone.set('meta', { scrollTop: 500 })
    await phone.until('meta', 'scrolldone')
    expect(await phone.page.evaluate(() => window.scrollY)).toBe(500)
    await phone.set('meta', { pageStyle: '', rootFontSize: '' })
    expect(await body()).toEqual(['rgba(0, 0, 0, 0)', '0px', '16px'])
  })

  test('page-container opens, offers the way back, and closes by its overlay', async () => {
    await phone.mount([
      'page-container',
      { id: 'layer', show: true, duration: 20 },
      [['view', { style: 'height:200px' }, ['更多']]],
    ])
    await phone.until('layer', 'afterenter')
    expect(await phone.requests('backLayer')).toEqual([{ open: true }])
    await phone.page.mouse.click(100, 100)
    await phone.until('layer', 'afterleave')
    expect(await phone.events('layer', 'clickoverlay')).toHaveLength(1)
    expect(await phone.data('layer', 'show')).toBe(false)
    expect(await phone.page.locator('#layer').isVisible()).toBe(false)
    await phone.set('layer', { show: true })
    await phone.answer('close')
    await phone.until('layer', 'afterleave', 2)
  })

  test('match-media follows the size of the page', async () => {
    await phone.mount(['match-media', { id: 'narrow', maxWidth: 400 }, ['窄']])
    expect(await phone.page.locator('#narrow').isVisible()).toBe(true)
    await phone.page.setViewportSize({ width: 500, height: 667 })
    await phone.page.waitForFunction(() => document.getElementById('narrow')?.offsetHeight === 0)
    await phone.page.setViewportSize({ width: 375, height: 667 })
    await phone.page.waitForFunction(() => document.getElementById('narrow')?.offsetHeight !== 0)
  })

  test('the official account is shown after a scan, once, and else refuses', async () => {
    await phone.mount(['official-account', { id: 'account' }])
    expect(await phone.events('account', 'error')).toMatchObject([{ status: 5 }])
    await phone.page.evaluate(() => (window.components.host.scene = 1047))
    await phone.mount(['official-account', { id: 'account' }], ['official-account', { id: 'more' }])
    expect(await phone.events('account', 'load')).toMatchObject([{ status: 0 }])
    expect(await phone.events('more', 'error')).toMatchObject([{ status: 6 }])
    expect((await phone.box('#account')).height).toBe(84)
  })

  test('the web and advertisements are refused as WeChat does', async () => {
    await phone.mount(
      ['ad', { id: 'ad', unitId: 'adunit-1' }],
      ['web-view', { id: 'web', src: 'https://example.com/' }],
    )
    expect(await phone.events('ad', 'error')).toMatchObject([{ errCode: 1004 }])
    expect(await phone.events('web', 'error')).toMatchObject([{ url: 'https://example.com/' }])
    await phone.page.getByText('不支持打开 https://example.com/').waitFor()
  })

  test('progress fills in time and tells its end', async () => {
    await phone.mount([
      'progress',
      { id: 'bar', percent: 30, showInfo: true, active: true, duration: 1 },
    ])
    await phone.until('bar', 'activeend')
    expect(await phone.page.textContent('#bar')).toBe('30%')
  })
})

describe('fingers', () => {
  test('a finger turns a swiper and pulls a list down as a mouse does', async () => {
    const touched = componentPage(await harness.openPage({ touch: true }))
    const fingers = await touched.page.context().newCDPSession(touched.page)
    const slide = async (from: [number, number], to: [number, number]): Promise<void> => {
      const send = (
        type: 'touchStart' | 'touchMove' | 'touchEnd',
        touchPoints: object[],
      ): Promise<unknown> =>
        fingers.send('Input.dispatchTouchEvent', { type, touchPoints: touchPoints as never })
      await send('touchStart', [{ x: from[0], y: from[1] }])
      for (let step = 1; step <= 8; step++) {
        const along = (axis: 0 | 1): number => from[axis] + ((to[axis] - from[axis]) * step) / 8
        await send('touchMove', [{ x: along(0), y: along(1) }])
      }
      await send('touchEnd', [])
    }
    await touched.mount(
      ['swiper', { id: 'swiper', style: 'height:100px' }, [['swiper-item'], ['swiper-item']]],
      [
        'scroll-view',
        { id: 'list', scrollY: true, refresherEnabled: true, style: 'height:300px' },
        [['view', { style: 'height:900px' }]],
      ],
    )
    await slide([300, 50], [60, 50])
    expect(await touched.until('swiper', 'change')).toMatchObject([{ current: 1, source: 'touch' }])
    await slide([100, 120], [100, 290])
    await touched.until('list', 'refresherrefresh')
    await touched.set('list', { refresherTriggered: false })
    await touched.until('list', 'refresherrestore')
    await slide([100, 350], [100, 200])
    await touched.until('list', 'scroll')
  })
})
