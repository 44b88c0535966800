import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  jest,
  test,
} from '@jest/globals'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import ts from 'typescript'
import { WECHAT_API_NAMES } from '../../local/phone/wx/wechat-api-names'
import { callWx } from '../fixtures/wx-harness/call-wx'
import { startWxHarness, type WxHarness } from '../fixtures/wx-harness/start-wx-harness'

jest.setTimeout(30_000)

let harness: WxHarness
let phone: Page

beforeAll(async () => {
  harness = await startWxHarness()
})
afterAll(() => harness.close())
beforeEach(async () => {
  harness.requests.length = 0
  phone = await harness.openPhone()
})
afterEach(() => phone.context().close())

const call = (name: string, options?: unknown) => callWx(phone, name, options)
const button = (name: string) => phone.getByRole('button', { name, exact: true })
const reports = () => phone.evaluate(() => window.harness.reports)
const sent = () => phone.evaluate(() => window.harness.sent)

/** Runs a function of wx at once, e.g. `wx.getWindowInfo()`. */
const now = <T>(name: string, ...values: unknown[]): Promise<T> =>
  phone.evaluate(
    ([api, given]) =>
      (window.wx[api as string] as (...values: unknown[]) => unknown)(...(given as unknown[])),
    [name, values] as const,
  ) as Promise<T>

async function namesInTypings(): Promise<string[]> {
  const file = require.resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts')
  const source = ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.ES2022)
  const names = new Set<string>()
  const walk = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'Wx') {
      node.members.forEach(({ name }) => name && ts.isIdentifier(name) && names.add(name.text))
    }
    ts.forEachChild(node, walk)
  }
  walk(source)
  return [...names].sort()
}

describe('what is there and what is not', () => {
  test('the list of WeChat’s names is that of its typings', async () => {
    expect([...WECHAT_API_NAMES].sort()).toEqual(await namesInTypings())
  })

  test('reading an API that only WeChat has is reported, once', async () => {
    const kinds = await phone.evaluate(() => [
      typeof window.wx.createInnerAudioContext,
      typeof window.wx.createInnerAudioContext,
      typeof window.wx.somethingOfOurOwn,
    ])
    expect(kinds).toEqual(['undefined', 'undefined', 'undefined'])
    expect(await reports()).toEqual([
      {
        message: 'wx.createInnerAudioContext is not in the local phone',
        where: 'wx.createInnerAudioContext',
      },
    ])
  })

  test('canIUse tells the truth of APIs, their options and fields, and components', async () => {
    const truth: Record<string, boolean> = {
      showToast: true,
      'showToast.object.icon': true,
      'showToast.object.colour': false,
      'getSystemInfoSync.return.safeArea': true,
      'getSystemInfoSync.return.warp': false,
      requestSubscribeMessage: true,
      'chooseAddress.success.userName': true,
      createInnerAudioContext: false,
      'cloud.callFunction': true,
      'cloud.callContainer': false,
      button: true,
      'button.open-type': true,
      'button.wings': false,
      worklet: false,
    }
    const told = await phone.evaluate(
      (schemas) =>
        Object.fromEntries(
          schemas.map((schema) => [
            schema,
            (window.wx.canIUse as (schema: string) => boolean)(schema),
          ]),
        ),
      Object.keys(truth),
    )
    expect(told).toEqual(truth)
    expect(await reports()).toEqual([])
  })
})

describe('the phone itself', () => {
  test('window, capsule and device fit the screen that is drawn', async () => {
    expect(await now('getWindowInfo')).toMatchObject({
      screenWidth: 375,
      screenHeight: 812,
      windowWidth: 375,
      windowHeight: 724,
      statusBarHeight: 44,
      safeArea: { top: 44, bottom: 778, height: 734 },
    })
    expect(await now('getMenuButtonBoundingClientRect')).toEqual({
      width: 87,
      height: 32,
      top: 48,
      right: 368,
      bottom: 80,
      left: 281,
    })
    expect(await now('getSystemInfoSync')).toMatchObject({ platform: 'devtools', theme: 'light' })
  })

  test('changes of network and theme reach the listeners until they are taken off', async () => {
    const heard = await phone.evaluate(() => {
      const seen: unknown[] = []
      const on = (name: string, listener?: unknown) =>
        (window.wx[name] as (listener?: unknown) => void)(listener)
      on('onNetworkStatusChange', (value: unknown) => seen.push(value))
      on('onThemeChange', (value: unknown) => seen.push(value))
      window.harness.host.changeDevice({ networkType: 'none' })
      window.harness.host.changeDevice({ theme: 'dark' })
      on('offThemeChange')
      window.harness.host.changeDevice({ theme: 'light' })
      return seen
    })
    expect(heard).toEqual([{ isConnected: false, networkType: 'none' }, { theme: 'dark' }])
    expect(await call('getNetworkType')).toMatchObject({ networkType: 'none' })
  })

  test('the tab bar changes only from a tab page', async () => {
    await call('setTabBarBadge', { index: 1, text: '12345' })
    expect(await sent()).toEqual([
      { event: 'tabBar', value: { type: 'badge', index: 1, text: '...' } },
    ])
    expect(await call('showTabBarRedDot', { index: 7 })).toEqual({
      errMsg: 'showTabBarRedDot:fail tabbar item not found',
    })
    await call('navigateTo', { url: '/pages/detail/detail' })
    expect(await call('hideTabBar')).toEqual({ errMsg: 'hideTabBar:fail not TabBar page' })
  })

  test('pageScrollTo moves the page and stops at its end', async () => {
    await call('pageScrollTo', { scrollTop: 120, duration: 0 })
    const scrolled = () => phone.evaluate(() => window.harness.host.currentPage()?.window.scrollY)
    expect(await scrolled()).toBe(120)
    await call('pageScrollTo', { scrollTop: 99_999 })
    const furthest = await phone.evaluate(() => {
      const view = window.harness.host.currentPage()?.window
      return (view?.document.scrollingElement?.scrollHeight ?? 0) - (view?.innerHeight ?? 0)
    })
    expect(await scrolled()).toBe(furthest)
  })

  test('the clipboard keeps what was copied', async () => {
    await call('setClipboardData', { data: 'YS2026' })
    await phone.getByText('内容已复制').waitFor()
    expect(await call('getClipboardData')).toEqual({
      data: 'YS2026',
      errMsg: 'getClipboardData:ok',
    })
  })

  test('login gives a new code each time', async () => {
    const [first, second] = [await call('login'), await call('login')]
    expect(first).toMatchObject({ errMsg: 'login:ok', code: expect.stringMatching(/^\w{33}$/) })
    expect(second.code).not.toBe(first.code)
  })
})

describe('files and pictures', () => {
  /** Calls a method of the file system manager; sync ones give their value or their error. */
  const fs = (method: string, ...values: unknown[]) =>
    phone.evaluate(
      async ([name, given]) => {
        const manager = (window.wx.getFileSystemManager as () => Record<string, unknown>)()
        try {
          const run = manager[name as string] as (...values: unknown[]) => unknown
          return await run(...(given as unknown[]))
        } catch (error) {
          return error instanceof Error ? error.message : error
        }
      },
      [method, values] as const,
    )

  test('the user’s folder is written and read', async () => {
    await fs('writeFileSync', 'wxfile://usr/note.txt', '云山', 'utf8')
    expect(await fs('readFileSync', 'wxfile://usr/note.txt', 'utf8')).toBe('云山')
    expect(await fs('readFile', { filePath: 'wxfile://usr/note.txt', encoding: 'base64' })).toEqual(
      { data: '5LqR5bGx', errMsg: 'readFile:ok' },
    )
    expect(await fs('unlink', { filePath: 'wxfile://usr/note.txt' })).toEqual({
      errMsg: 'unlink:ok',
    })
    expect(await fs('accessSync', 'wxfile://usr/note.txt')).toBe(
      'accessSync:fail no such file or directory, open wxfile://usr/note.txt',
    )
    expect(await fs('writeFileSync', 'wxfile://tmp_x', 'y')).toBe(
      'writeFileSync:fail permission denied, open wxfile://tmp_x',
    )
  })

  test('chosen pictures are temporary files that can be uploaded to the cloud', async () => {
    const chosen = call('chooseMedia', { count: 2, mediaType: ['image'] })
    await button('晴天').click()
    await button('夜里').click()
    await button('完成(2/2)').click()
    const { tempFiles, type } = (await chosen) as {
      type: string
      tempFiles: { tempFilePath: string; width: number; size: number }[]
    }
    expect(type).toBe('image')
    expect(tempFiles.map(({ width }) => width)).toEqual([1080, 1080])

    harness.answer('POST /local/files', (_, url) => ({
      fileID: `cloud://env.bucket/${url.searchParams.get('path')}`,
    }))
    await phone.evaluate(() => (window.wx.cloud as { init(): void }).init())
    const first = tempFiles[0]
    expect(
      await call('cloud.uploadFile', { cloudPath: 'a/b.jpg', filePath: first?.tempFilePath }),
    ).toEqual({
      fileID: 'cloud://env.bucket/a/b.jpg',
      statusCode: 200,
      errMsg: 'cloud.uploadFile:ok',
    })

    const small = await call('compressImage', { src: first?.tempFilePath, compressedWidth: 100 })
    expect(await call('getImageInfo', { src: small.tempFilePath })).toMatchObject({
      width: 100,
      height: 100,
    })
  })

  test('a refusal of the cloud storage keeps its code', async () => {
    harness.answer('POST /local/files/delete', () => ({ errCode: -503002, errMsg: 'no authority' }))
    await phone.evaluate(() => (window.wx.cloud as { init(): void }).init())
    expect(await call('cloud.deleteFile', { fileList: ['cloud://a.b/c'] })).toMatchObject({
      errCode: -503002,
      errMsg: 'cloud.deleteFile:fail Error: errCode: -503002  | errMsg: no authority',
    })
  })

  test('pictures are looked at and left', async () => {
    await call('previewImage', { urls: ['data:image/gif;base64,R0lGODlhAQABAAAAACw=', '/b.png'] })
    await phone.getByText('1 / 2').waitFor()
    await phone.keyboard.press('ArrowRight')
    await phone.getByText('2 / 2').waitFor()
    await phone.keyboard.press('Escape')
    expect(await phone.locator('[data-surface]').count()).toBe(0)
  })

  test('a saved picture is in the album', async () => {
    const shot = await phone.evaluate(() => {
      const create = window.wx.createOffscreenCanvas as (options: unknown) => HTMLCanvasElement
      const canvas = create({ type: '2d', width: 20, height: 10 })
      canvas.getContext('2d')?.fillRect(0, 0, 20, 10)
      const save = window.wx.canvasToTempFilePath as (options: unknown) => Promise<unknown>
      return save({ canvas, destWidth: 40, destHeight: 20 }) as Promise<{ tempFilePath: string }>
    })
    const saved = call('saveImageToPhotosAlbum', { filePath: shot.tempFilePath })
    await button('允许').click()
    expect(await saved).toEqual({ errMsg: 'saveImageToPhotosAlbum:ok' })
    const chosen = call('chooseImage', { count: 1 })
    await button('保存的 1').click()
    await button('完成(1/1)').click()
    expect(((await chosen) as { tempFilePaths: string[] }).tempFilePaths).toHaveLength(1)
  })
})

describe('request', () => {
  test('asks a host of this machine and parses the answer', async () => {
    harness.answer('POST /api/echo', (body) => ({ body }))
    const url = new URL('/api/echo', phone.url()).href
    expect(await call('request', { url, method: 'POST', data: { a: 1 } })).toMatchObject({
      errMsg: 'request:ok',
      statusCode: 200,
      data: { body: { a: 1 } },
    })
  })

  test('never leaves the machine, and fails offline', async () => {
    expect(await call('request', { url: 'https://example.com/' })).toEqual({
      errMsg: 'request:fail url not in domain list:example.com',
      errno: 600002,
    })
    await phone.evaluate(() => window.harness.host.changeDevice({ networkType: 'none' }))
    expect(await call('request', { url: phone.url() })).toMatchObject({
      errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED',
    })
  })
})

describe('the database', () => {
  test('is closed to pages: refused with WeChat’s code, and reported', async () => {
    const refused = await phone.evaluate(() => {
      interface Query {
        where(condition: object): Query
        get(): Promise<unknown>
      }
      const cloud = window.wx.cloud as { database(): { collection(name: string): Query } }
      return cloud
        .database()
        .collection('orders')
        .where({ a: 1 })
        .get()
        .catch((error: { errCode: number }) => error.errCode)
    })
    expect(refused).toBe(-502003)
    expect(await reports()).toMatchObject([
      { message: expect.stringContaining('Collection "orders" is closed to pages') },
    ])
  })
})

describe('nodes and animations', () => {
  /** Makes the page in front answer queries as the component framework would. */
  const drawPage = () =>
    phone.evaluate(() => {
      const page = window.harness.host.currentPage()
      const body = page?.window.document.body
      if (!page || !body) throw new Error('no page')
      body.innerHTML =
        '<p id="price" style="margin:0;height:40px;width:100px;color:rgb(1,2,3)"></p>' +
        '<div style="height:3000px"></div><p id="far" style="height:10px"></p>'
      const elementOf = (node: Element) => ({
        $$: node,
        id: node.id,
        dataset: { sku: node.id },
        data: { hidden: false },
        getBoundingClientRect: (give: (rect: DOMRect) => void) =>
          give(node.getBoundingClientRect()),
      })
      Object.assign(page.instance, {
        _$: {
          getShadowRoot: () => ({
            querySelectorAll: (selector: string) =>
              [...body.querySelectorAll(selector)].map(elementOf),
          }),
        },
      })
    })

  test('a query reads places, styles, properties and the viewport', async () => {
    await drawPage()
    const results = await phone.evaluate(
      () =>
        new Promise((resolve) => {
          interface Query {
            select(selector: string): { fields(fields: object): Query; boundingClientRect(): Query }
            selectViewport(): { boundingClientRect(): Query }
            exec(callback: (results: unknown) => void): void
          }
          const query = (window.wx.createSelectorQuery as () => Query)()
          query.select('#price').boundingClientRect()
          query.select('#price').fields({ computedStyle: ['color'], properties: ['hidden'] })
          query.select('#nowhere').boundingClientRect()
          query.selectViewport().boundingClientRect()
          query.exec(resolve)
        }),
    )
    expect(results).toEqual([
      expect.objectContaining({ id: 'price', dataset: { sku: 'price' }, width: 100, height: 40 }),
      { color: 'rgb(1, 2, 3)', hidden: false },
      null,
      expect.objectContaining({ width: 375, height: 724, top: 0 }),
    ])
  })

  test('an observer tells when a node comes into view', async () => {
    await drawPage()
    await phone.evaluate(() => {
      const seen: number[] = []
      Object.assign(window, { seen })
      interface Observer {
        relativeToViewport(): Observer
        observe(selector: string, listener: (result: { intersectionRatio: number }) => void): void
      }
      const observer = (window.wx.createIntersectionObserver as () => Observer)()
      observer
        .relativeToViewport()
        .observe('#far', ({ intersectionRatio }) => seen.push(intersectionRatio))
    })
    await call('pageScrollTo', { selector: '#far', duration: 0 })
    await phone.waitForFunction(() =>
      (window as unknown as { seen: number[] }).seen.some((ratio) => ratio > 0),
    )
  })

  test('an animation exports its steps and starts anew', async () => {
    const exported = await phone.evaluate(() => {
      interface Animation {
        translateX(value: number): Animation
        opacity(value: number): Animation
        step(options?: object): Animation
        export(): unknown
      }
      const create = window.wx.createAnimation as (options: object) => Animation
      const animation = create({ duration: 200, timingFunction: 'ease-out' })
      animation.translateX(40).opacity(0.5).step().translateX(0).step({ duration: 100 })
      return [animation.export(), animation.export()]
    })
    const transition = { timingFunction: 'ease-out', delay: 0 }
    const opacity = { type: 'style', args: ['opacity', 0.5] }
    expect(exported).toEqual([
      {
        actions: [
          {
            animates: [{ type: 'translateX', args: [40] }, opacity],
            option: { transformOrigin: '50% 50% 0', transition: { ...transition, duration: 200 } },
          },
          {
            animates: [{ type: 'translateX', args: [0] }, opacity],
            option: { transformOrigin: '50% 50% 0', transition: { ...transition, duration: 100 } },
          },
        ],
      },
      { actions: [] },
    ])
  })
})
