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

async function told(page: Page, entry: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => (window.phone?.evaluate('return getApp().journal') as string[]).includes(wanted),
    entry,
  )
}

async function middleOf(page: Page, selector: string): Promise<[number, number]> {
  const box = await shown(page).locator(selector).boundingBox()
  if (!box) throw new Error(`${selector} is not shown`)
  return [box.x + box.width / 2, box.y + Math.min(box.height / 2, 40)]
}

test('the mouse taps, presses and strays', async () => {
  await phones.reopen(page, { path: 'pages/form/form' })
  const [x, y] = await middleOf(page, '.pressable')
  const background = () =>
    shown(page)
      .locator('.pressable')
      .evaluate((node) => getComputedStyle(node).backgroundColor)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await shown(page).locator('.pressed').waitFor()
  expect(await background()).toBe('rgb(7, 7, 7)')
  await page.mouse.up()
  expect(await shown(page).locator('.echo').innerText()).toBe('tap true 0')
  await shown(page).locator('.pressable:not(.pressed)').waitFor()

  await page.evaluate(() =>
    window.phone?.evaluate("getCurrentPages()[0].setData({ text: 'none' })"),
  )
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 40, y)
  await page.mouse.up()
  expect(await shown(page).locator('.echo').innerText()).toBe('none')
})

test('a finger taps once', async () => {
  const touched = await phones.open({}, { hasTouch: true })
  await shown(touched).locator('.count').tap()
  await shown(touched).getByText('count 2').waitFor()
  expect(await shown(touched).locator('.count').innerText()).toBe('count 2')
})

test('a resting finger presses long', async () => {
  await phones.reopen(page)
  const [x, y] = await middleOf(page, '.press')
  await page.mouse.move(x, y)
  await page.mouse.down()
  await told(page, 'longpress 1')
  await page.mouse.up()
})

test('scrolling is told, and its end once each time it is reached', async () => {
  await phones.reopen(page, { path: 'pages/detail/detail' })
  await page.mouse.move(180, 400)
  await page.mouse.wheel(0, 5000)
  await told(page, 'reach bottom')
  const top = await page.evaluate(
    () => window.phone?.evaluate('return getCurrentPages()[0].scrollTop') as number,
  )
  expect(top).toBeGreaterThan(0)
  expect((await journal(page)).filter((entry) => entry === 'reach bottom')).toHaveLength(1)
})

test('pulling a page from its top refreshes it', async () => {
  await phones.reopen(page, { path: 'pages/detail/detail' })
  await page.mouse.move(180, 200)
  await page.mouse.down()
  await page.mouse.move(180, 260, { steps: 4 })
  await page.mouse.move(180, 420, { steps: 6 })
  await page.mouse.up()
  await told(page, 'pull down')
  await page.waitForFunction(() => !document.querySelector('.pull')?.hasAttribute('data-open'))
})
