import { expect, test } from '@jest/globals'
import { offerOf } from './offer'
import type { OfferSku } from './offer'

const sku = (id: string, priceFen: number, rest: Partial<OfferSku> = {}): OfferSku => ({
  id,
  priceFen,
  stock: 5,
  isListed: true,
  ...rest,
})

test.each<[string, OfferSku[], object]>([
  [
    'the cheapest that can be bought, "from" when others cost more',
    [sku('a', 900), sku('b', 500, { stock: 0 }), sku('c', 700, { wasFen: 800 })],
    { priceFen: 700, wasFen: 800, isFrom: true, isSoldOut: false },
  ],
  [
    'one price for all',
    [sku('a', 500), sku('b', 500)],
    { priceFen: 500, isFrom: false, isSoldOut: false },
  ],
  [
    'the cheapest of all when all are sold out',
    [sku('a', 900, { stock: 0 }), sku('b', 500, { stock: 0 })],
    { priceFen: 500, isFrom: true, isSoldOut: true },
  ],
  [
    'the only one, added with one tap',
    [sku('a', 500), sku('b', 400, { isListed: false })],
    { priceFen: 500, isFrom: false, isSoldOut: false, onlySkuId: 'a' },
  ],
  [
    'until when the lower price holds, where somebody said so',
    [sku('a', 500, { wasFen: 600, wasUntil: 7 })],
    { priceFen: 500, wasFen: 600, wasUntil: 7, isFrom: false, isSoldOut: false, onlySkuId: 'a' },
  ],
  [
    'what belongs to the first of those that cost the same',
    [sku('a', 500, { wasFen: 600 }), sku('b', 500, { wasFen: 900 })],
    { priceFen: 500, wasFen: 600, isFrom: false, isSoldOut: false },
  ],
  [
    'no end of a former price that is not shown',
    [sku('a', 500, { wasFen: 500, wasUntil: 7 })],
    { priceFen: 500, isFrom: false, isSoldOut: false, onlySkuId: 'a' },
  ],
  [
    'no former price that is not higher',
    [sku('a', 500, { wasFen: 500 })],
    { priceFen: 500, isFrom: false, isSoldOut: false, onlySkuId: 'a' },
  ],
  ['nothing at all', [], { priceFen: 0, isFrom: false, isSoldOut: true }],
])('a grid shows %s', (_what, skus, offer) => {
  expect(offerOf(skus)).toEqual(offer)
})
