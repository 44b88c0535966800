import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { documents } from '../harness/client'
import { ordersOf, pay, phoneOf } from './steps'
import { openStage, until } from './story'
import type { Stage } from './story'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('three people buy together on three phones', async () => {
  const starter = await phoneOf(stage, 'starter')
  await starter.open('packages/shop/product/product?productId=tea-garden-daily')
  await starter.find('.buy-together')
  await starter.shot('group-product')
  await starter.tap('.buy-together')
  await starter.tap('sku-sheet', '.buy')
  await pay(starter)
  await starter.shot('group-paid')
  const [first] = await ordersOf(stage)
  expect(first).toMatchObject({ state: 'grouping' })
  await starter.tap('.invite-button')
  await starter.onPage('packages/loyalty/group/group')
  await starter.reads('还差 2 人', '.headline')
  await starter.shot('group-waiting')

  for (const user of ['second', 'third']) {
    const friend = await phoneOf(stage, user)
    await friend.open(`packages/loyalty/group/group?groupId=${first!._id}`)
    await friend.onPage('packages/loyalty/group/group')
    await friend.find('.step-join')
    await friend.shot(`group-join-${user}`)
    await friend.tap('.step-join')
    await pay(friend)
  }

  await until('all orders to go on', async () =>
    (await ordersOf(stage)).every(({ state }) => state === 'paid'),
  )
  expect(await ordersOf(stage)).toHaveLength(3)
  const groups = await documents<{ state: string; activityId?: string }>(stage.server.url, 'groups')
  expect(groups).toMatchObject([{ state: 'complete', activityId: expect.any(String) }])
  await starter.open(`packages/loyalty/group/group?groupId=${first!._id}`)
  await starter.reads('凑齐了', '.headline')
  await starter.shot('group-complete')
})
