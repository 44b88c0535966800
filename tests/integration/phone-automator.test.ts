import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import automator from 'miniprogram-automator'
import type { Page as BrowserPage } from 'playwright-core'
import { journal, openPhones, type Phones } from '../fixtures/miniprogram/open-phones'

type MiniProgram = Awaited<ReturnType<typeof automator.connect>>
type AutomatorPage = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>

/** In page code, where the function of `evaluate` runs. */
declare function getApp(): { journal: string[] }

let phones: Phones
let browserPage: BrowserPage
let miniProgram: MiniProgram

beforeAll(async () => {
  phones = await openPhones()
  browserPage = await phones.open({ user: 'driven' })
  const wsEndpoint = `${phones.url.replace('http', 'ws')}/automator?user=driven`
  miniProgram = await automator.connect({ wsEndpoint })
})

afterAll(async () => {
  miniProgram.disconnect()
  await phones.close()
})

/** Opens a page without the client's own pause of three seconds. */
async function goTo(url: string): Promise<AutomatorPage> {
  await miniProgram.callWxMethod('reLaunch', { url })
  const page = await miniProgram.currentPage()
  if (!page) throw new Error(`${url} did not open`)
  return page
}

async function element(page: AutomatorPage, selector: string) {
  const found = await page.$(selector)
  if (!found) throw new Error(`${selector} is not there`)
  return found
}

let home: AutomatorPage

beforeEach(async () => {
  home = await goTo('/pages/home/home')
})

test('the client sees pages, data, elements and their texts', async () => {
  expect(home.path).toBe('pages/home/home')
  expect((await miniProgram.pageStack()).map(({ path }) => path)).toEqual(['pages/home/home'])
  expect(await home.data('items[1].name')).toBe('two')
  await home.setData({ title: 'Changed' })
  expect(await (await element(home, '.headline')).text()).toBe('head Changed')
  expect((await home.$$('.row')).length).toBe(2)
  expect(await home.$('.nothing')).toBeNull()
  const step = await element(home, 'view[data-step="2"]')
  expect(await step.attribute('data-step')).toBe('2')
  expect(await step.attribute('class')).toBe('count')
  expect((await step.size()).width).toBe(70)
  expect((await step.offset()).left).toBe(0)
  expect(await step.style('padding-left')).toBe('10px')
  expect(await step.outerWxml()).toBe('<view class="count" data-step="2">count 0</view>')
  const byPath = await home.xpath('//view[@class="line"]')
  expect(await byPath?.text()).toBe('line of Changed')
})

test('taps go through capture, catch and bubble, and set data', async () => {
  const before = (await journal(browserPage)).length
  await (await element(home, '.count')).tap()
  await (await element(home, '.count')).tap()
  expect(await home.data('count')).toBe(4)
  await (await element(home, '.inner')).tap()
  await (await element(home, '.press')).longpress()
  const told = (await journal(browserPage)).slice(before)
  expect(told).toEqual(['capture tap', 'inner tap tap false', 'touchstart 0', 'longpress 1'])
})

test('custom components are entered, called and listened to', async () => {
  const before = (await journal(browserPage)).length
  const card = await element(home, '.boxed')
  expect(card.tagName).toBe('card')
  const custom = card as unknown as {
    data(path?: string): Promise<unknown>
    setData(data: object): Promise<void>
    callMethod(name: string): Promise<unknown>
  }
  expect(await custom.data('length')).toBe('Fixture'.length)
  await custom.setData({ title: 'Set' })
  await custom.callMethod('open')
  const [inner] = await card.$$('.card-title')
  await inner?.tap()
  expect(await card.property('title')).toBe('Set')
  const rows = await home.$$('row >>> .row-name')
  await rows[1]?.tap()
  const told = (await journal(browserPage)).slice(before)
  expect(told).toEqual(['open Set ', 'open Set ', 'choose two false'])
})

test('tapping a link opens a page, and the native back button leaves it', async () => {
  await (await element(home, '.to-detail')).tap()
  const detail = await miniProgram.currentPage()
  expect(detail?.path).toBe('pages/detail/detail')
  expect(await detail?.data('name')).toBe('山 a')
  await miniProgram.pageScrollTo(400)
  expect(await detail?.scrollTop()).toBe(400)
  await miniProgram.native().navigateLeft()
  expect((await miniProgram.currentPage())?.path).toBe('pages/home/home')
})

test('text fields take input, and model bindings follow', async () => {
  const form = await goTo('/pages/form/form')
  const field = (await element(form, 'input')) as unknown as {
    input(text: string): Promise<void>
    value(): Promise<unknown>
  }
  await field.input('typed')
  expect(await form.data('text')).toBe('typed')
  expect(await (await element(form, '.echo')).text()).toBe('typed')
  expect(await field.value()).toBe('typed')
})

test('wx methods are called, mocked and restored', async () => {
  await miniProgram.callWxMethod('setStorageSync', 'key', 'kept')
  expect(await miniProgram.callWxMethod('getStorageSync', 'key')).toBe('kept')
  await miniProgram.mockWxMethod('getStorageSync', 'mocked')
  expect(await miniProgram.callWxMethod('getStorageSync', 'key')).toBe('mocked')
  await miniProgram.mockWxMethod('showModal', (options: { title: string }) => ({
    confirm: options.title === 'sure?',
  }))
  const answer = await miniProgram.callWxMethod('showModal', { title: 'sure?' })
  expect(answer).toEqual({ confirm: true })
  await miniProgram.restoreWxMethod('getStorageSync')
  await miniProgram.restoreWxMethod('showModal')
  expect(await miniProgram.callWxMethod('getStorageSync', 'key')).toBe('kept')
  await expect(miniProgram.callWxMethod('switchTab', { url: '/pages/none' })).rejects.toThrow(
    'switchTab:fail page "pages/none" is not found',
  )
})

test('functions run in page code, and page code can call back', async () => {
  const entries = await miniProgram.evaluate(() => getApp().journal.length)
  expect(entries).toBeGreaterThan(0)
  const called = new Promise<string>((resolve) => {
    void miniProgram
      .exposeFunction('tellTest', resolve)
      .then(() => miniProgram.evaluate('() => tellTest("heard")' as never))
  })
  expect(await called).toBe('heard')
  const logged = new Promise<string>((resolve) => {
    miniProgram.on('console', ({ args }: { args: string[] }) => resolve(args.join(' ')))
  })
  await miniProgram.evaluate(() => console.log('from', 'the page'))
  expect(await logged).toBe('from the page')
})

test('failures of page code reach the client', async () => {
  const thrown = new Promise<string>((resolve) => {
    miniProgram.on('exception', ({ exception }: { exception: { message: string } }) =>
      resolve(exception.message),
    )
  })
  const detail = await goTo('/pages/detail/detail')
  await (await element(detail, '.throws')).tap()
  expect(await thrown).toContain('thrown on purpose')
})

test('what the phone cannot do is said', async () => {
  await expect(miniProgram.screenshot()).rejects.toThrow('window.capturePhone')
  await expect(miniProgram.testAccounts()).rejects.toThrow('not supported by the local phone')
  const nobody = `${phones.url.replace('http', 'ws')}/automator?user=nobody`
  await expect(automator.connect({ wsEndpoint: nobody })).rejects.toThrow(
    'No phone of the user "nobody" is open',
  )
})
