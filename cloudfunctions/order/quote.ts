import { companySettings } from '../_kit/company'
import type { HandlerOf } from '../_kit/handler-of'
import { readBasket } from './basket'
import { price, toQuote } from './price'
import { readAddress } from './read-address'

export const quote: HandlerOf<'order.quote'> = async (
  { source, addressId },
  { memberId, language, now, caller, fail },
) => {
  const [settings, basket, address] = await Promise.all([
    companySettings(),
    readBasket(memberId, source, language, { envId: caller.envId, now }),
    readAddress(memberId, addressId),
  ])
  if (basket.unknownSkuId !== undefined) fail('SKU_NOT_FOUND', { skuId: basket.unknownSkuId })
  if (addressId !== undefined && !address) fail('ADDRESS_NOT_FOUND')
  if (basket.lines.length === 0)
    return basket.shortages.length > 0
      ? fail('SOLD_OUT', { lines: basket.shortages })
      : fail('CART_EMPTY')
  return toQuote(price(basket.lines, settings), address, settings, { language, now })
}
