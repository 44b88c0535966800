import { describe, expect, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import ts from 'typescript'
import { WECHAT_API_NAMES } from '../../local/phone/wx/wechat-api-names'
import { call, openPhoneForEachTest, phone, reports } from '../fixtures/wx-harness/wx-phone'

openPhoneForEachTest()

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
