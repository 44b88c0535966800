import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import {
  FIXTURE,
  journal,
  openPhones,
  shown,
  type Phones,
} from '../fixtures/miniprogram/open-phones'

let phones: Phones
let page: Page

beforeAll(async () => {
  phones = await openPhones()
  page = await phones.open()
})

afterAll(() => phones.close())

/** The line of the fixture's detail page that says these words. */
const lineOf = (words: string): number =>
  fs
    .readFileSync(path.join(FIXTURE, 'pages/detail/detail.js'), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(words)) + 1
const problems = () => page.getByRole('alert').innerText()
const reopen = (url: string) => page.evaluate((to) => window.phone?.openPath(to), url)

test('a page with a component that is not there says so, with file and line', async () => {
  await reopen('pages/broken/broken')
  const text = await problems()
  expect(text).toContain('pages/broken/broken cannot be shown')
  expect(text).toContain('pages/broken/broken.json:1:32')
  expect(text).toContain('the component "/components/gone/gone" is not found')
  await reopen('pages/home/home')
  await expect(page.getByRole('alert').isHidden()).resolves.toBe(true)
})

test('an exception of a handler is shown with its place, and told to the App', async () => {
  await reopen('pages/detail/detail')
  await shown(page).locator('.throws').dispatchEvent('pointerdown', { button: 0 })
  await shown(page).locator('.throws').dispatchEvent('pointerup', { button: 0 })
  const text = await problems()
  expect(text).toContain('Error: thrown on purpose')
  expect(text).toContain(`pages/detail/detail.js:${lineOf('thrown on purpose')}:`)
  expect(await journal(page)).toContain('app error Error: thrown on purpose')
  await page.getByRole('button', { name: 'Close' }).click()
})

test('a handler that does not exist is named', async () => {
  await shown(page).locator('.missing').dispatchEvent('pointerdown', { button: 0 })
  await shown(page).locator('.missing').dispatchEvent('pointerup', { button: 0 })
  expect(await problems()).toContain(
    'Component "pages/detail/detail" does not have a method "notThere" to handle an event',
  )
  await page.getByRole('button', { name: 'Close' }).click()
})

test('a rejection that nobody took is shown with its place', async () => {
  await shown(page).locator('.rejects').dispatchEvent('pointerdown', { button: 0 })
  await shown(page).locator('.rejects').dispatchEvent('pointerup', { button: 0 })
  await page.getByText('rejected on purpose').first().waitFor()
  expect(await problems()).toContain(`pages/detail/detail.js:${lineOf('rejected on purpose')}:`)
  await page.getByRole('button', { name: 'Close' }).click()
})

test('setData refuses functions', async () => {
  await reopen('pages/form/form')
  const refused = await page.evaluate(() =>
    window.phone?.evaluate(
      'try { getCurrentPages()[0].setBad() } catch (error) { return error.message }',
    ),
  )
  expect(refused).toBe('setData of "pages/form/form": "handler" is a function')
})

test('a page that is not in app.json ends at onPageNotFound', async () => {
  const lost = await phones.open({ path: 'pages/none/none' })
  expect(await journal(lost)).toContain('app page not found pages/none/none')
  await shown(lost).locator('.count').waitFor()
})

test('what reaches a component after its template took it out is passed over', async () => {
  await reopen('pages/detail/detail')
  await page.evaluate(() =>
    window.phone?.evaluate(`
      const [page] = getCurrentPages()
      page.setData({ hasLate: true })
      page.setData({ hasLate: false })
      getApp().late.setData({ lines: ['too late'] })
    `),
  )
  expect(await page.getByRole('alert').isHidden()).toBe(true)
})
