import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
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

const pause = (ms: number) => wait(ms, undefined, { ref: false })

/** Waits until `look` finds something; says what it waited for when it never does. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
): Promise<T> {
  const end = Date.now() + patienceMs
  const late = pause(patienceMs)
  for (;;) {
    // A look without an answer does not outlast the patience either.
    const found = await Promise.race([look(), late])
    if (found) return found
    if (Date.now() >= end) throw new Error(`Waited ${patienceMs / 1000} s for ${what}.`)
    await pause(betweenLooksMs)
  }
}

/** A selector; or the one of several elements that says these words or stands in this place. */
type Step = string | readonly [selector: string, which: string | number]

/** One person with a phone, driven by WeChat's own automator. */
export interface Phone {
  user: string
  miniProgram: MiniProgram
  /** The browser page around the mini program, where WeChat's own surfaces are. */
  wechat: BrowserPage
  /** Waits for the page with this path to be the current one. */
  onPage(path: string): Promise<MiniPage>
  /** Waits for the element; each further step looks inside the component found before. */
  find(...steps: Step[]): Promise<Element>
  tap(...steps: Step[]): Promise<void>
  /** Types into an input. */
  type(words: string, ...steps: Step[]): Promise<void>
  /** Waits until the element says these words. */
  reads(words: string, ...steps: Step[]): Promise<void>
  /** Waits until the element is there without these words. */
  lacks(words: string, ...steps: Step[]): Promise<void>
  /** Taps words on one of WeChat's own surfaces: cashier, dialogs, address book. */
  tapWechat(words: string): Promise<void>
  switchTab(path: string): Promise<void>
  open(path: string): Promise<void>
  back(): Promise<void>
  /** Comes from outside of WeChat, or back to what is cached no longer. */
  enter(path: string): Promise<void>
  shot(name: string): Promise<void>
}

/** How a phone is set up. */
export interface PhoneLook {
  language?: 'zh_CN' | 'en'
  theme?: 'light' | 'dark'
}

/** Yidian, a browser and as many phones as a story needs. */
export interface Stage {
  server: Server
  phone(user: string, look?: PhoneLook): Promise<Phone>
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
      return createPhone(user, miniProgram, wechat)
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

function createPhone(user: string, miniProgram: MiniProgram, wechat: BrowserPage): Phone {
  const look = async (steps: readonly Step[]): Promise<Element | null> => {
    let place: MiniPage | Element | null = (await miniProgram.currentPage()) ?? null
    let found: Element | null = null
    for (const step of steps) {
      place = found = place && (await within(place, step))
      if (!found) return null
    }
    return found
  }
  const shot: Phone['shot'] = async (name) => {
    // What is still moving is shown where it comes to rest.
    const file = path.join(screenshots, `${name}.png`)
    await wechat.screenshot({ path: file, animations: 'disabled' })
  }
  /** What failed on the phone lies over the page: nobody goes on past it. */
  const failWithThePhone = async (): Promise<void> => {
    const failed = wechat.locator('.problems:not([hidden]) article')
    if ((await failed.count()) === 0) return
    throw new Error(`The phone of ${user} failed:\n${(await failed.allInnerTexts()).join('\n')}`)
  }
  /** A phone that waits in vain shows what it stands before. */
  const wait: typeof until = (what, seen) =>
    until(what, async () => {
      await failWithThePhone()
      return seen()
    }).catch(async (error: unknown) => {
      await shot(`stuck-${user}`)
      throw error
    })
  const waitForWords = async (words: string, steps: readonly Step[], isThere: boolean) => {
    await wait(`"${words}" ${isThere ? '' : 'not '}in ${wordsOf(steps)}`, async () => {
      const element = await look(steps)
      return element && (await textOf(element)).includes(words) === isThere
    })
  }
  const find: Phone['find'] = (...steps) => wait(wordsOf(steps), () => look(steps))
  return {
    user,
    miniProgram,
    wechat,
    find,
    shot,
    onPage: (wanted) =>
      wait(`the page ${wanted}`, async () => {
        const page = (await miniProgram.currentPage()) ?? null
        return page?.path === wanted && page
      }),
    async tap(...steps) {
      await (await find(...steps)).tap()
    },
    async type(words, ...steps) {
      // The client's own types leave out that an input element can be typed into.
      const input = (await find(...steps)) as Element & { input(words: string): Promise<void> }
      await input.input(words)
    },
    reads: (words, ...steps) => waitForWords(words, steps, true),
    lacks: (words, ...steps) => waitForWords(words, steps, false),
    async tapWechat(words) {
      const surface = wechat.getByText(words, { exact: true }).first()
      await wait(`"${words}" of WeChat's own`, async () => (await surface.count()) > 0)
      await surface.click({ timeout: 5_000 }).catch(async (error: unknown) => {
        await failWithThePhone()
        throw error
      })
    },
    // The client's own ways to other pages pause for three seconds each.
    async switchTab(tab) {
      await miniProgram.callWxMethod('switchTab', { url: `/${tab}` })
    },
    async open(url) {
      await miniProgram.callWxMethod('navigateTo', { url: `/${url}` })
    },
    async back() {
      await miniProgram.callWxMethod('navigateBack')
    },
    async enter(url) {
      await miniProgram.callWxMethod('reLaunch', { url: `/${url}` })
    },
  }
}

const wordsOf = (steps: readonly Step[]): string =>
  steps.map((step) => (typeof step === 'string' ? step : `${step[0]} (${step[1]})`)).join(' ')

async function within(place: MiniPage | Element, step: Step): Promise<Element | null> {
  if (typeof step === 'string') return (await place.$(step).catch(gone)) ?? null
  const [selector, which] = step
  const elements = (await place.$$(selector).catch(gone)) ?? []
  if (typeof which === 'number') return elements[which] ?? null
  for (const element of elements) if ((await textOf(element)).includes(which)) return element
  return null
}

const textOf = async (element: Element): Promise<string> => (await element.text().catch(gone)) ?? ''

/** An element that left between two looks is simply not there. */
const gone = () => null
