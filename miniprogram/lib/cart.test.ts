import { beforeEach, expect, test } from '@jest/globals'
import type { Cart } from '../../shared/contract/order'
import { cart, changeCart, loadCart } from './cart'

/** What waits for an answer of the cloud, in the order it was sent. */
const sent: { action: string; answer: (count: number) => void }[] = []
const settled = () => new Promise((resolve) => setImmediate(resolve))
const countShown = () => cart.get().cart?.count
const oneMore = [{ skuId: 'spring-50', add: 1 }]

async function answer(at: number, count: number): Promise<void> {
  sent.splice(at, 1)[0]?.answer(count)
  await settled()
}

beforeEach(() => {
  sent.length = 0
  Object.assign(globalThis, {
    wx: {
      getStorageSync: () => 'zh-CN',
      cloud: {
        callFunction: ({ data }: { data: { action: string } }) =>
          new Promise((resolve) => {
            sent.push({
              action: data.action,
              answer: (count) =>
                resolve({ result: { ok: true, data: { count } as Cart, requestId: 'r' } }),
            })
          }),
      },
    },
  })
})

test('changes are sent one after the other', async () => {
  void changeCart(oneMore)
  void changeCart(oneMore)
  await settled()
  expect(sent).toHaveLength(1)
  await answer(0, 1)
  expect(sent).toHaveLength(1)
  await answer(0, 2)
  expect(countShown()).toBe(2)
})

test('a cart that was read before a change does not undo what the change brought', async () => {
  void loadCart()
  void changeCart(oneMore)
  await settled()
  expect(sent.map(({ action }) => action)).toEqual(['order.getCart', 'order.changeCart'])
  await answer(1, 4)
  await answer(0, 3)
  expect(countShown()).toBe(4)
})

test('a page that cannot show the cart does not keep later changes from being sent', async () => {
  const stop = cart.subscribe(() => {
    throw new Error('the page is gone')
  })
  const first = changeCart(oneMore)
  await settled()
  sent.shift()?.answer(5)
  await expect(first).rejects.toThrow('the page is gone')
  stop()
  void changeCart(oneMore)
  await settled()
  await answer(0, 6)
  expect(countShown()).toBe(6)
})
