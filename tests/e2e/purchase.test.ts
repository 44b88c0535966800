import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { documents } from '../harness/client'
import { openStage, until } from './story'
import type { Phone, Stage } from './story'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const words = {
  zh_CN: { paid: '付好了', ship: '准备发货', onTheWay: '在路上', received: '已收货' },
  en: { paid: 'Paid', ship: 'being packed', onTheWay: 'On the way', received: 'Received' },
} as const

test.each(['zh_CN', 'en'] as const)('from the home page to the door, in %s', async (language) => {
  const t = words[language]
  const customer = await stage.phone(`buyer-${language}`, { language })
  await customer.onPage('pages/home/home')
  await customer.find('home-blocks', 'product-card')
  await customer.shot(`home-${language}`)

  await customer.open('packages/shop/product/product?productId=tea-cloud-tip')
  await customer.onPage('packages/shop/product/product')
  await customer.tap('.add')
  await customer.find('sku-sheet', '.add')
  await customer.shot(`sku-${language}`)
  await customer.tap('sku-sheet', '.add')

  await customer.switchTab('pages/cart/cart')
  await customer.onPage('pages/cart/cart')
  await customer.find('.line')
  await customer.shot(`cart-${language}`)
  await customer.tap('.checkout')

  await customer.onPage('packages/shop/checkout/checkout')
  await writeAddress(customer)
  await customer.onPage('packages/shop/checkout/checkout')
  await customer.find('.person')
  await customer.shot(`checkout-${language}`)
  await customer.tap('.submit-button')

  await customer.tapWechat('确认付款')
  await customer.onPage('packages/shop/paid/paid')
  await customer.reads(t.paid, '.display')
  await customer.tap('.tell')
  await customer.tapWechat('允许')
  await until('the message about the payment', async () => (await inbox(customer)).length === 1)
  await customer.shot(`paid-${language}`)
  await customer.tap('.see-order')
  await customer.onPage('packages/shop/order/order')
  await customer.reads(t.ship, '.headline')

  const packer = await stage.phone('staff')
  await packer.open('packages/console/shipping/shipping')
  await packer.tap('.list .order')
  await packer.onPage('packages/console/ship/ship')
  await packer.type('SF1234567890', 'parcel-form', '.tracking')
  await packer.shot(`ship-${language}`)
  await packer.tap('parcel-form', '.ship-button')
  await packer.onPage('packages/console/shipping/shipping')

  await until('the message about the parcel', async () => (await inbox(customer)).length === 2)
  await customer.switchTab('pages/me/me')
  await customer.open('packages/shop/orders/orders?tab=toReceive')
  await customer.find('.order')
  await customer.shot(`orders-${language}`)
  await customer.tap('.order')
  await customer.reads(t.onTheWay, '.headline')
  await customer.tap('.action-confirmReceipt')
  await customer.tapWechat(language === 'en' ? 'Yes' : '收到了')
  await customer.reads(t.received, '.headline')
  await customer.shot(`received-${language}`)

  const orders = await documents<{ state: string }>(stage.server.url, 'orders', {
    memberId: await openidOf(customer),
  })
  expect(orders.map(({ state }) => state)).toEqual(['completed'])
})

/** Writes an address by hand, as who does not keep one in WeChat. */
async function writeAddress(customer: Phone): Promise<void> {
  await customer.tap('.address')
  await customer.onPage('packages/account/addresses/addresses')
  await customer.tap('.write')
  await customer.onPage('packages/account/address/address')
  const page = await customer.onPage('packages/account/address/address')
  await customer.type('何女士', '.field-name')
  await customer.type('13800000027', '.field-phone')
  await page.callMethod('onRegionChange', { detail: { value: ['浙江省', '杭州市', '临安区'] } })
  await customer.type('云山镇松树坡路 12 号', '.field-street')
  await customer.tap('.save')
}

async function inbox(phone: Phone): Promise<unknown[]> {
  const user = new URL(phone.wechat.url()).searchParams.get('user') ?? ''
  const answer = await fetch(`${stage.server.url}/local/inbox/${user}`)
  return (await answer.json()) as unknown[]
}

async function openidOf(phone: Phone): Promise<string> {
  const user = new URL(phone.wechat.url()).searchParams.get('user') ?? ''
  const answer = await fetch(`${stage.server.url}/local/session?user=${user}`)
  return ((await answer.json()) as { openid: string }).openid
}
