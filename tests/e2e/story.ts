import fs from 'node:fs'
import path from 'node:path'
import automator from 'miniprogram-automator'
import type { Browser, Page as BrowserPage } from 'playwright-core'
import { openBrowser } from '../harness/browser'
import { startServer } from '../harness/server'
import type { Server } from '../harness/server'

type MiniProgram = Awaited<ReturnType<typeof automator.connect>>
type MiniPage = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>
type Element = NonNullable<Awaited<ReturnType<MiniPage['$']>>>

const patienceMs = 30_000
const betweenLooksMs = 50
const screenshots = path.join(__dirname, 'screenshots')

/** Waits until `look` finds something; says what it waited for when it never does. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
): Promise<T> {
  const end = Date.now() + patienceMs
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error(`Waited ${patienceMs / 1000} s for ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, betweenLooksMs))
  }
}

/** One person with a phone, driven by WeChat's own automator. */
export interface Phone {
  miniProgram: MiniProgram
  /** The browser page around the mini program, where WeChat's own surfaces are. */
  wechat: BrowserPage
  /** Waits for the page with this path to be the current one. */
  onPage(path: string): Promise<MiniPage>
  /** Waits for the element; each further selector looks inside the component found before. */
  find(...selectors: string[]): Promise<Element>
  tap(...selectors: string[]): Promise<void>
  /** Types into an input. */
  type(words: string, ...selectors: string[]): Promise<void>
  /** Waits until the element's text contains these words. */
  reads(words: string, ...selectors: string[]): Promise<void>
  /** Taps words on one of WeChat's own surfaces: cashier, dialogs, address book. */
  tapWechat(words: string): Promise<void>
  switchTab(path: string): Promise<void>
  open(path: string): Promise<void>
  shot(name: string): Promise<void>
}

/** Yidian, a browser and as many phones as a story needs. */
export interface Stage {
  server: Server
  phone(
    user: string,
    options?: { language?: 'zh_CN' | 'en'; theme?: 'light' | 'dark' },
  ): Promise<Phone>
  close(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const server = await startServer()
  const browser = await openBrowser()
  const phones: MiniProgram[] = []
  fs.mkdirSync(screenshots, { recursive: true })
  return {
    server,
    async phone(user, { language = 'zh_CN', theme = 'light' } = {}) {
      const wechat = await openPhonePage(browser, server.url, user, language, theme)
      const wsEndpoint = `${server.url.replace('http', 'ws')}/automator?user=${user}`
      const miniProgram = await automator.connect({ wsEndpoint })
      phones.push(miniProgram)
      return createPhone(miniProgram, wechat)
    },
    async close() {
      for (const phone of phones) phone.disconnect()
      await browser.close()
      await server.stop()
    },
  }
}

async function openPhonePage(
  browser: Browser,
  url: string,
  user: string,
  language: string,
  theme: string,
): Promise<BrowserPage> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const query = new URLSearchParams({ user, theme, lang: language === 'en' ? 'en' : 'zh_CN' })
  await page.goto(`${url}/phone?${query}`)
  await page.waitForFunction(() => 'phone' in window)
  return page
}

function createPhone(miniProgram: MiniProgram, wechat: BrowserPage): Phone {
  const current = async () => (await miniProgram.currentPage()) ?? null
  const find: Phone['find'] = (...selectors) =>
    until(selectors.join(' '), async () => {
      const page = await current()
      let found: Element | null = null
      for (const selector of selectors) {
        found = (await (found ?? page)?.$(selector).catch(gone)) ?? null
        if (!found) return null
      }
      return found
    })
  return {
    miniProgram,
    wechat,
    find,
    onPage: (wanted) =>
      until(`the page ${wanted}`, async () => {
        const page = await current()
        return page?.path === wanted && page
      }),
    async tap(...selectors) {
      await (await find(...selectors)).tap()
    },
    async type(words, ...selectors) {
      // The client's own types leave out that an input element can be typed into.
      const input = (await find(...selectors)) as Element & { input(words: string): Promise<void> }
      await input.input(words)
    },
    async reads(words, ...selectors) {
      await until(`"${words}" in ${selectors.join(' ')}`, async () => {
        const element = await find(...selectors)
        return (await element.text().catch(gone))?.includes(words)
      })
    },
    async tapWechat(words) {
      await wechat.getByText(words).first().click()
    },
    async switchTab(tab) {
      await miniProgram.callWxMethod('switchTab', { url: `/${tab}` })
    },
    async open(url) {
      await miniProgram.callWxMethod('navigateTo', { url: `/${url}` })
    },
    async shot(name) {
      await wechat.screenshot({ path: path.join(screenshots, `${name}.png`) })
    },
  }
}

/** An element that left between two looks is simply not there. */
const gone = () => null
