import { afterAll, beforeAll, test } from '@jest/globals'
import { advance } from '../harness/client'
import { openStage } from './story'
import type { Phone, Stage } from './story'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** Within this time the functions have noticed a new home page. */
const noticedMs = 31_000
const news = '今天下雨，热茶免费续杯'

test('the owner redraws the home page, and takes it back', async () => {
  const owner = await stage.phone('owner')
  const customer = await stage.phone('visitor')
  await customer.find('home-blocks', 'product-card')

  await owner.open('packages/console/layouts/layouts')
  await owner.tap('.new-layout')
  await owner.onPage('packages/console/layout/layout')
  await owner.tap('.add')
  await owner.tap(['.chip', '一句话'])
  await owner.type(news, ['.sheet-body .field', 0])
  await owner.type('It rains. Hot tea is on us', ['.sheet-body .field', 1])
  await owner.shot('home-block')
  await owner.tap('.save-block')
  for (let steps = 0; steps < 5; steps += 1)
    await owner.tap(['.block-row', news], ['.icon-button', 0])
  await owner.reads(news, ['.block-row', 1])
  await owner.shot('home-draft')
  await owner.tap('.preview')
  await owner.onPage('packages/console/preview/preview')
  await owner.reads(news, 'home-blocks')
  await owner.shot('home-preview')
  await owner.back()
  await seesHome(customer)
  await customer.lacks(news, 'home-blocks')

  await owner.onPage('packages/console/layout/layout')
  await owner.tap('.publish')
  await owner.tapWechat('发布')
  await owner.onPage('packages/console/layouts/layouts')
  await advance(stage.server.url, noticedMs)
  await seesHome(customer)
  await customer.reads(news, 'home-blocks')
  await customer.shot('home-new')

  await owner.find(['.block', '用过'])
  await owner.shot('home-versions')
  await owner.tap(['.link', '换回这一版'])
  await owner.tapWechat('换回')
  await owner.reads('第 3 版', ['.block', '正在用'])
  await advance(stage.server.url, noticedMs)
  await seesHome(customer)
  await customer.lacks(news, 'home-blocks')
  await customer.shot('home-old')
})

/** Opens the mini program anew. */
async function seesHome(customer: Phone): Promise<void> {
  await customer.enter('pages/home/home')
  await customer.find('home-blocks', 'product-card')
}
