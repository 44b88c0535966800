import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { FrameLocator, Page } from 'playwright-core'
import { openPhones, shown, type Phones } from '../fixtures/miniprogram/open-phones'

let phones: Phones
let phone: Page
let page: FrameLocator

beforeAll(async () => {
  phones = await openPhones(path.join(__dirname, '../fixtures/component-app'))
  phone = await phones.open()
})
afterAll(() => phones.close())
beforeEach(async () => {
  await phones.reopen(phone)
  page = shown(phone)
  await page.locator('.submit').waitFor()
})

interface Seen {
  name: string
  type: string
  detail: Record<string, unknown>
}

const run = (code: string): Promise<unknown> =>
  phone.evaluate((source) => window.phone?.evaluate(source), code)
const setData = (data: object): Promise<unknown> =>
  run(`getCurrentPages()[0].setData(${JSON.stringify(data)})`)
const events = async (name: string): Promise<Seen[]> => {
  const seen = (await run('return getApp().events')) as Seen[]
  return seen.filter((event) => event.name === name)
}
const until = async (name: string): Promise<Seen[]> => {
  await phone.waitForFunction(
    (wanted) =>
      (window.phone?.evaluate('return getApp().events') as Seen[]).some(
        (event) => event.name === wanted,
      ),
    name,
  )
  return events(name)
}

test('fields are typed, answered, collected and told', async () => {
  await page.locator('.phone').click()
  await phone.keyboard.type('1a3b5')
  expect(await page.locator('.phone input').inputValue()).toBe('135')
  expect(await run('return getCurrentPages()[0].data.phone')).toBe('135')
  await page.locator('.note').click()
  await phone.keyboard.type('one\ntwo')
  expect((await events('note')).map(({ detail }) => detail['lineCount'])).toEqual([1, 2])
  await page.locator('.bag-text').click()
  await page.locator('.count wx-view').click()
  await page.locator('.submit').click()
  const [submitted] = await until('form')
  expect(submitted?.detail['value']).toEqual({
    phone: '135',
    note: 'one\ntwo',
    extras: ['bag'],
    count: 4,
    courier: 0,
  })
})

test('placeholder and rich text wear the classes of the page', async () => {
  const colour = (element: Element): string => getComputedStyle(element).color
  const red = 'rgb(255, 0, 0)'
  expect(await page.locator('.wx-field-placeholder').first().evaluate(colour)).toBe(red)
  expect(await page.locator('.rich b').evaluate(colour)).toBe(red)
})

test('a picker opens over the phone and tells its choice', async () => {
  await page.locator('.courier').click()
  await phone.locator('.wx-picker-sheet-column').press('ArrowDown')
  await phone.locator('[aria-selected="true"]', { hasText: '京东' }).waitFor()
  await phone.getByText('确定', { exact: true }).click()
  expect(await until('courier')).toMatchObject([{ type: 'change', detail: { value: 1 } }])
})

test('a swiper follows the page and its growing list of items', async () => {
  const box = await page.locator('.swiper').boundingBox()
  if (!box) throw new Error('the swiper is not shown')
  await phone.mouse.move(box.x + 300, box.y + 50)
  await phone.mouse.down()
  await phone.mouse.move(box.x + 50, box.y + 50, { steps: 6 })
  await phone.mouse.up()
  expect(await until('swiper')).toMatchObject([{ detail: { current: 1, source: 'touch' } }])
  await setData({ slides: ['a', 'b', 'c'], current: 2 })
  await page.locator('.swiper .slide', { hasText: 'c' }).waitFor()
  await phone.waitForFunction(() => {
    const frame = document.querySelector<HTMLIFrameElement>('.layer[data-visible] iframe')
    const slides = frame?.contentDocument?.querySelectorAll('.swiper .slide') ?? []
    return slides[2]?.getBoundingClientRect().left === 0
  })
})

test('a root-portal shows, changes and takes away its children', async () => {
  await setData({ open: true })
  expect(await page.locator('.sheet .line').allInnerTexts()).toEqual(['a', 'b'])
  expect((await page.locator('.sheet').boundingBox())?.x).toBe(0)
  await setData({ slides: ['b', 'c', 'a'] })
  expect(await page.locator('.sheet .line').allInnerTexts()).toEqual(['b', 'c', 'a'])
  await setData({ slides: [] })
  expect(await page.locator('.sheet .line').count()).toBe(0)
  await setData({ open: false })
  expect(await page.locator('.sheet').count()).toBe(0)
})

test('a list scrolls to a row that comes with the same change', async () => {
  await setData({ rows: Array.from({ length: 20 }, (_, row) => row), into: 'row-19' })
  await until('list')
  expect(await page.locator('.list').evaluate((list) => list.scrollTop)).toBe(800)
})

test('pictures, wheels, text and page-meta show what the template says', async () => {
  await until('image')
  expect((await page.locator('.narrow').boundingBox())?.height).toBe(40)
  expect(await page.locator('.wheel wx-picker-view-column').evaluate((c) => c.scrollTop)).toBe(34)
  expect(await page.locator('.decoded').innerText()).toBe('a<b')
  await setData({ word: 'c&gt;d', locked: true })
  await page.locator('.decoded', { hasText: 'c>d' }).waitFor()
  const styles = await page
    .locator('body')
    .evaluate((body) => [
      getComputedStyle(body).overflow,
      getComputedStyle(body.ownerDocument.documentElement).fontSize,
    ])
  expect(styles).toEqual(['hidden', '18px'])
  expect((await page.locator('.piece').boundingBox())?.x).toBe(20)
})

test('a query gives the canvas node', async () => {
  const size = await run(`return new Promise((resolve) =>
    wx.createSelectorQuery().select('#canvas').fields({ node: true, size: true }).exec(([canvas]) => {
      canvas.node.width = 30
      resolve([canvas.node.width, canvas.width, typeof canvas.node.getContext('2d').fillRect])
    }))`)
  expect(size).toEqual([30, 300, 'function'])
})

test('a tap on a map comes once, with the place', async () => {
  await page.locator('.map').click()
  const taps = await until('map')
  expect(taps).toHaveLength(1)
  expect(taps[0]?.detail['latitude']).toBeCloseTo(30.2318, 3)
})

test('a swiper stays when the page catches the moves; the page itself follows a mouse', async () => {
  const held = page.locator('.held')
  await held.scrollIntoViewIfNeeded()
  const box = await held.boundingBox()
  if (!box) throw new Error('the swiper is not shown')
  const drag = async (dx: number, dy: number): Promise<void> => {
    const [x, y] = [box.x + 200, box.y + 70]
    await phone.mouse.move(x, y)
    await phone.mouse.down()
    await phone.mouse.move(x + dx, y + dy, { steps: 6 })
    await phone.mouse.up()
  }
  await drag(-180, 0)
  expect((await until('caught')).length).toBeGreaterThan(3)
  expect(await events('held')).toEqual([])

  const top = (): Promise<number> => page.locator('html').evaluate((html) => html.scrollTop)
  const before = await top()
  await drag(0, 60)
  expect(await top()).toBe(before)
  const { x, y } = (await page.locator('.decoded').boundingBox()) ?? { x: 0, y: 0 }
  await phone.mouse.move(x + 200, y + 5)
  await phone.mouse.down()
  await phone.mouse.move(x + 200, y + 85, { steps: 6 })
  expect(await top()).toBe(before - 80)
  await phone.mouse.up()
})
