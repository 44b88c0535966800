import type { HandlerOf } from '../_kit/handler-of'
import { checkPriced, checkScene } from './check-scene'
import { priceScene } from './price'
import { toQuote } from './quote-view'
import { readScene } from './scene'

export const quote: HandlerOf<'order.quote'> = async (input, context) => {
  const { memberId, language, now, caller, fail, must } = context
  const run = { envId: caller.envId, now }
  const all = { withWallet: true, withCoupons: true }
  const scene = await readScene(input, { memberId, language, run, ...all })
  if (input.addressId !== undefined && !scene.address) fail('ADDRESS_NOT_FOUND')
  must(checkScene(scene))
  const priced = must(checkPriced(scene, await priceScene(scene)))
  return toQuote(priced, scene, language)
}
