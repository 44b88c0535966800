import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './browser'
import { buyTwo, newCustomer } from './shopping'
import { minuteMs } from '../../cloudfunctions/_kit/clock'
import { startOfShanghaiDay } from '../../shared/domain/shanghai-time'
import { projectRoot } from '../../scripts/paths'
import { startYidian } from '../../scripts/start/start-yidian'
import type { Yidian } from '../../scripts/start/start-yidian'

/**
 * Draws the pictures of the READMEs from the product as it runs: a new demo company, at 9:41 of the
 * next morning, with a few orders that wait for the packer.
 */
async function main(): Promise<void> {
  const dataDirectory = await fs.mkdtemp(path.join(os.tmpdir(), 'yidian-pictures-'))
  const yidian = await startYidian({ port: 0, dataDirectory, reset: true })
  const browser = await openBrowser()
  try {
    await fillShop(yidian)
    await draw(browser, 'desk', { width: 1440, height: 900 }, (page) => openDesk(page, yidian.url))
    await draw(browser, 'phones', phonesSize, (page) => openPhones(page, yidian.url))
    await draw(browser, 'console', { width: 1180, height: 820 }, (page) =>
      openPhone(page, yidian.url, 'staff', 'packages/console/shipping/shipping'),
    )
  } finally {
    await browser.close()
    await yidian.stop()
    await fs.rm(dataDirectory, { recursive: true, force: true })
  }
}

const baskets = [
  ['tea-cloud-tip.50g.tin', 'coffee-house-blend.227g.bean'],
  ['coffee-drip-dawn.1', 'tea-garden-daily.250g'],
  ['snack-roast-chestnuts.1', 'coffee-house-blend.227g.bean'],
  ['tea-osmanthus-oolong.50g.bag', 'tea-cloud-tip.50g.tin'],
] as const

async function fillShop({ url, cloud }: Yidian): Promise<void> {
  const morning = startOfShanghaiDay(Date.now(), 1) + 9 * 60 * minuteMs + 41 * minuteMs
  await cloud.clock.advance(morning - Date.now())
  for (const [index, basket] of baskets.entries())
    await buyTwo(url, await newCustomer(url, index === 0 ? 'ann' : `customer${index}`), basket)
}

async function openDesk(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await settle(page)
}

const phone = { width: 375, height: 812, gap: 24 }
const shown = [
  ['ann', 'pages/home/home'],
  ['ann', 'packages/shop/product/product?productId=tea-cloud-tip'],
  ['ann', 'packages/shop/orders/orders'],
  ['owner', 'packages/console/tasks/tasks'],
] as const
const phonesSize = {
  width: shown.length * (phone.width + phone.gap) + phone.gap,
  height: phone.height + 2 * phone.gap,
}

async function openPhones(page: Page, url: string): Promise<void> {
  const frames = shown.map(
    ([user, route]) =>
      `<iframe src="${phoneUrl(url, user, route)}" style="width:${phone.width}px;` +
      `height:${phone.height}px;border:0;border-radius:28px"></iframe>`,
  )
  // A page of the same origin, so that the phones keep their storage.
  await page.goto(`${url}/local/session?user=ann`)
  await page.setContent(
    `<body style="margin:0;padding:${phone.gap}px;display:flex;gap:${phone.gap}px;` +
      `box-sizing:border-box;background:#e9eae6">${frames.join('')}</body>`,
  )
  await settle(page)
}

async function openPhone(page: Page, url: string, user: string, route: string): Promise<void> {
  await page.goto(phoneUrl(url, user, route))
  await settle(page)
}

const phoneUrl = (url: string, user: string, route: string): string =>
  `${url}/phone?user=${user}&path=${encodeURIComponent(route)}`

/** Until nothing is loaded any more and what moved stands still. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page.waitForTimeout(8_000)
}

/** Takes one picture at twice its size and keeps it as WebP, which the browser itself writes. */
async function draw(
  browser: Browser,
  name: string,
  viewport: { width: number; height: number },
  open: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage({ viewport, deviceScaleFactor: 2, reducedMotion: 'reduce' })
  await open(page)
  const png = await page.screenshot()
  const blank = await browser.newPage()
  const webp = await blank.evaluate(async (data) => {
    const picture = new Image()
    picture.src = `data:image/png;base64,${data}`
    await picture.decode()
    const canvas = Object.assign(document.createElement('canvas'), {
      width: picture.width,
      height: picture.height,
    })
    canvas.getContext('2d')?.drawImage(picture, 0, 0)
    return canvas.toDataURL('image/webp', 0.86).split(',')[1] ?? ''
  }, png.toString('base64'))
  const file = path.join(projectRoot, 'docs', `${name}.webp`)
  await fs.writeFile(file, Buffer.from(webp, 'base64'))
  console.error(`${path.relative(projectRoot, file)}  ${Math.round(webp.length * 0.00075)} KB`)
  await Promise.all([page.close(), blank.close()])
}

void main()
