import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
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

let directory: string
let phones: Phones
let page: Page

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'phone-app-'))
  await cp(FIXTURE, directory, { recursive: true })
  phones = await openPhones(directory)
  page = await phones.open()
})

afterAll(async () => {
  await phones.close()
  await rm(directory, { recursive: true })
})

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const name = path.join(directory, file)
  await writeFile(name, change(await readFile(name, 'utf8')))
}

test('a style sheet is swapped without a reload', async () => {
  await page.evaluate(() => window.phone?.openPath('pages/detail/detail?name=kept'))
  await page.evaluate(() => window.phone?.evaluate('getApp().isSame = true'))
  await edit('app.wxss', (text) => `${text}\npage { background: rgb(4, 5, 6); }`)
  await page.waitForFunction(() => {
    const frame = document.querySelector<HTMLIFrameElement>('.layer[data-visible] iframe')
    const body = frame?.contentDocument?.body
    return body !== undefined && getComputedStyle(body).backgroundColor === 'rgb(4, 5, 6)'
  })
  expect(await page.evaluate(() => window.phone?.evaluate('return getApp().isSame'))).toBe(true)
})

test('a changed template reloads the phone where it was, with the stack under it', async () => {
  await page.evaluate(() => window.phone?.setTheme('dark'))
  await page.evaluate(() =>
    window.phone?.evaluate("wx.navigateTo({ url: '/pages/form/form?a=1%202' })"),
  )
  await shown(page).locator('.echo').waitFor()
  await edit('pages/form/form.wxml', (text) => `${text}<view class="new">new</view>`)
  await shown(page).locator('.new').waitFor()
  expect(await page.evaluate(() => window.phone?.device.theme)).toBe('dark')
  const pages = await page.evaluate(() => window.phone?.pages)
  expect(pages).toEqual([
    { route: 'pages/detail/detail', query: { name: 'kept' } },
    { route: 'pages/form/form', query: { a: '1%202' } },
  ])
  expect(await journal(page)).toContain('detail load {"name":"kept"}')
})

test('a mistake is told with its place and mended by the next change', async () => {
  const told = new Promise<unknown>((resolve) => {
    phones.events.on('build-error', ({ errors }) => resolve(errors))
  })
  const before = await readFile(path.join(directory, 'pages/form/form.wxml'), 'utf8')
  await edit('pages/form/form.wxml', (text) => `${text}\n<view>`)
  expect(await told).toContainEqual({
    severity: 'error',
    file: 'pages/form/form.wxml',
    line: before.split('\n').length + 1,
    column: 2,
    message: 'missing end tag',
  })
  await page.getByText('missing end tag').waitFor()
  await edit('pages/form/form.wxml', () => before)
  await shown(page).locator('.new').waitFor()
})
