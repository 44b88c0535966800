import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { journal, openPhones, shown, type Phones } from '../fixtures/miniprogram/open-phones'

let phones: Phones
let page: Page

beforeAll(async () => {
  phones = await openPhones()
  page = await phones.open()
})

afterAll(() => phones.close())

const openUrl = (page: Page, method: string, url: string) =>
  page.evaluate(
    ([name, to]) =>
      window.phone?.evaluate(
        `return wx.${name}({ url: '${to}' }).then(() => 'ok', (error) => error.errMsg)`,
      ) as Promise<string>,
    [method, url] as const,
  )

test('a page comes to life in the order of WeChat', async () => {
  await phones.reopen(page, { scene: '1047' })
  expect(await journal(page)).toEqual([
    'app launch pages/home/home 1047',
    'app show',
    'card created',
    'card created',
    'card created',
    'card attached',
    'card attached',
    'card attached',
    'home load {} 2 yes',
    'home show',
    'card page show',
    'card page show',
    'card page show',
    'card ready',
    'card ready',
    'card ready',
    'home ready',
    'home route done',
  ])
})

test('templates, WXS, generics, slots, relations and behaviours show what they should', async () => {
  await phones.reopen(page)
  const home = shown(page)
  const texts = async (selector: string) => home.locator(selector).allInnerTexts()
  expect(await texts('.headline')).toEqual(['head Fixture'])
  expect(await texts('.kind')).toEqual(['HI! true 12'])
  expect(await texts('.line')).toEqual(['line of Fixture'])
  expect(await texts('.row')).toEqual(['one\none 3', 'two\ntwo 3'])
  expect(await texts('.boxed')).toEqual(['Fixture 7\nfoot'])
  expect(await texts('.names, [class$=names]')).toEqual(['t0+t1'])
  expect(
    await page.evaluate(() => window.phone?.evaluate('return getCurrentPages()[0].greet()')),
  ).toBe('hello from a behavior')
})

test('styles stay inside their component, rpx are whole pixels, the bottom inset is known', async () => {
  await phones.reopen(page)
  const home = shown(page)
  const style = (selector: string, name: string) =>
    home
      .locator(selector)
      .first()
      .evaluate((node, key) => getComputedStyle(node).getPropertyValue(key), name)
  expect(await style('.boxed', 'border-top-color')).toBe('rgb(0, 0, 255)')
  expect(await style('.boxed [class*=card-title]', 'color')).toBe('rgb(0, 128, 0)')
  expect(await style('.boxed [class*=card-title]', 'background-color')).toBe('rgb(9, 9, 9)')
  expect(await style('.shared', 'color')).toBe('rgb(1, 2, 3)')
  expect(await style('.stamp .shared', 'color')).toBe('rgb(1, 2, 3)')
  expect(await style('.count', 'width')).toBe('50px')
  expect(await style('.headline', 'width')).toBe('50px')
  expect(await style('.row', 'border-bottom-width')).toBe('1px')
  expect(await style('.row', 'padding-bottom')).toBe('0px')
  await page.evaluate(() => window.phone?.openPath('pages/form/form'))
  const inset = shown(page).locator('body')
  const bottom = await inset.evaluate((node) =>
    getComputedStyle(node).getPropertyValue('--safe-area-inset-bottom'),
  )
  expect(bottom).toBe('34px')
})

test('navigation moves the stack and tells pages in order', async () => {
  await phones.reopen(page)
  const before = (await journal(page)).length
  await shown(page).locator('.to-detail').click()
  await expect(shown(page).locator('.name').innerText()).resolves.toBe('山 a')
  await page.waitForFunction(() =>
    (window.phone?.evaluate('return getApp().journal') as string[]).includes('answer 42'),
  )
  await page.getByLabel('返回').click()
  await page.waitForFunction(() => window.phone?.pages.length === 1)
  expect((await journal(page)).slice(before)).toEqual([
    'home hide',
    'card page hide',
    'card page hide',
    'card page hide',
    'detail load {"name":"%E5%B1%B1%20a","flag":"undefined"}',
    'detail show',
    'greeting from home',
    'answer 42',
    'detail unload',
    'home show',
    'card page show',
    'card page show',
    'card page show',
    'home route done',
  ])
})

test('tab pages live on, and the tab bar tells which was tapped', async () => {
  await phones.reopen(page)
  const before = (await journal(page)).length
  await page.getByRole('tab', { name: 'Mine' }).first().click()
  await shown(page).locator('.mine').waitFor()
  await page.locator('.layer[data-visible]').getByRole('tab', { name: 'Home' }).click()
  await shown(page).locator('.count').waitFor()
  const told = (await journal(page)).slice(before).filter((entry) => !entry.startsWith('card'))
  expect(told).toEqual([
    'home hide',
    'mine load',
    'mine show',
    'mine tab Mine',
    'mine hide',
    'home show',
    'home route done',
    'home tab 0 pages/home/home',
  ])
})

test('navigation refuses what WeChat refuses, in its words', async () => {
  await phones.reopen(page)
  expect(await openUrl(page, 'navigateTo', '/pages/none/none')).toBe(
    'navigateTo:fail page "pages/none/none" is not found',
  )
  expect(await openUrl(page, 'navigateTo', '/pages/mine/mine')).toBe(
    'navigateTo:fail can not navigateTo a tabbar page',
  )
  expect(await openUrl(page, 'redirectTo', '/pages/mine/mine')).toBe(
    'redirectTo:fail can not redirectTo a tabbar page',
  )
  expect(await openUrl(page, 'switchTab', '/pages/detail/detail')).toBe(
    'switchTab:fail can not switch to no-tabBar page',
  )
  expect(await openUrl(page, 'navigateBack', '')).toBe(
    'navigateBack:fail cannot navigate back at first page.',
  )
  for (let depth = 1; depth < 10; depth += 1) {
    expect(await openUrl(page, 'navigateTo', '/pages/detail/detail')).toBe('ok')
  }
  expect(await openUrl(page, 'navigateTo', '/pages/detail/detail')).toBe(
    'navigateTo:fail webview count limit exceed',
  )
  expect(await openUrl(page, 'reLaunch', '/packages/extra/pages/deep/deep?id=7')).toBe('ok')
  expect(await shown(page).locator('.deep').innerText()).toBe('deep 7')
  expect(await journal(page)).toContain('deep load 7')
})

test('the theme reaches App, style sheets and bars', async () => {
  await phones.reopen(page)
  const color = () =>
    shown(page)
      .locator('body')
      .evaluate((body) => getComputedStyle(body).color)
  expect(await color()).toBe('rgb(34, 34, 34)')
  await page.evaluate(() => window.phone?.setTheme('dark'))
  expect(await color()).toBe('rgb(238, 238, 238)')
  await page.waitForFunction(
    () =>
      getComputedStyle(document.querySelector('.bar') as Element).backgroundColor ===
      'rgb(16, 16, 16)',
  )
  expect(await journal(page)).toContain('app theme dark')
})

test('closing sends the mini program to the background, opening brings it back', async () => {
  await phones.reopen(page)
  const before = (await journal(page)).length
  await page.getByLabel('关闭').click()
  await page.getByRole('button', { name: '打开' }).click()
  const told = (await journal(page)).slice(before).filter((entry) => !entry.startsWith('card'))
  expect(told).toEqual(['home hide', 'app hide', 'app show', 'home show'])
})

test('a window of another size is told to pages that can resize', async () => {
  await phones.reopen(page)
  await page.setViewportSize({ width: 1180, height: 820 })
  await page.waitForFunction(() =>
    (window.phone?.evaluate('return getApp().journal') as string[]).includes('home resize 1180'),
  )
  const width = await shown(page)
    .locator('.count')
    .evaluate((node) => getComputedStyle(node).width)
  expect(width).toBe(`${Math.floor((101 / 750) * 1180)}px`)
})

test("page code sees WeChat, not the browser, and its clock is the local cloud's", async () => {
  await phones.reopen(page, { path: 'pages/form/form' })
  expect(await shown(page).locator('.scope').innerText()).toBe('undefinedundefinedundefinedobject')
  phones.tell({ type: 'clock', now: Date.now() + 86_400_000, offsetMs: 86_400_000 })
  await page.waitForFunction(
    () => (window.phone?.evaluate('return Date.now()') as number) > Date.now() + 80_000_000,
  )
  const isLater = await page.evaluate(
    () => window.phone?.evaluate('return new Date() instanceof Date && +new Date()') as number,
  )
  expect(isLater).toBeGreaterThan(Date.now() + 80_000_000)
})
