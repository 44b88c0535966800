import type { Cart } from '../../shared/contract/order'
import type { InputOf } from '../../shared/contract/define'
import type { AppContract } from '../../shared/contract'
import { call, change, newOnceKey } from './call'
import type { CallResult } from './call'
import { createStore } from './store'

export type CartChange = InputOf<AppContract['order.changeCart']>['changes'][number]

/** The server's cart as last heard; `isStale` after a failure to load. */
export const cart = createStore<{ cart?: Cart; isStale: boolean }>({ isStale: false })

/** How many changes the server has answered with the cart after them. */
let answered = 0

/** Loads the cart; the last known one stays when it fails, or when a change is answered meanwhile. */
export async function loadCart(): Promise<CallResult<'order.getCart'>> {
  const before = answered
  const result = await call('order.getCart', {})
  if (answered !== before) return result
  if (result.ok) cart.set({ cart: result.data, isStale: false })
  else cart.set({ isStale: true })
  return result
}

let queue: Promise<unknown> = Promise.resolve()

/** Changes the cart; changes are sent one after the other, so that the last tap wins. */
export function changeCart(
  changes: CartChange[],
  once: string = newOnceKey(),
): Promise<CallResult<'order.changeCart'>> {
  const send = async () => {
    const result = await change('order.changeCart', { changes }, once)
    if (result.ok) {
      answered += 1
      cart.set({ cart: result.data, isStale: false })
    }
    return result
  }
  // Also after one that threw, such as a page that could not show it: the next tap still counts.
  const sent = queue.then(send, send)
  queue = sent
  return sent
}
