import { companySettings } from '../_kit/company'
import { db } from '../_kit/db'
import { companyDelivery } from '../_kit/delivery-rules'
import type { SkuDocument } from '../_kit/documents/catalog'
import { readFlash, readMemberOffers } from '../_kit/loyalty/read-offers'
import type { Offers } from '../_kit/loyalty/read-offers'
import type { Run } from '../_kit/outbox/run'
import { firstChoices } from './cart-view'
import type { PricedScene } from './price'
import { emptyWallet } from './wallet'

type AroundCart = Awaited<ReturnType<typeof readAroundCart>>

/** Reads what a cart is priced by, whatever is in it. */
export async function readAroundCart(memberId: string, run: Run) {
  const [settings, delivery, offers] = await Promise.all([
    companySettings(),
    companyDelivery(),
    readMemberOffers(memberId, run),
  ])
  return { settings, delivery, offers }
}

/** The SKUs of a cart, with what flash sales have left of them. */
export interface CartGoods extends Pick<Offers, 'flashStock'> {
  skus: Map<string, SkuDocument>
}

export async function readCartGoods(
  memberId: string,
  skuIds: readonly string[],
  around: Promise<AroundCart>,
  run: Run,
): Promise<CartGoods> {
  const [skus, flashStock] = await Promise.all([
    db.skus.getMany(skuIds),
    around.then(({ offers }) => readFlash(memberId, skuIds, offers.promotions, run)),
  ])
  return { skus, flashStock }
}

/** What a cart with these goods is priced by. */
export const cartScene = (
  { offers, ...around }: AroundCart,
  { flashStock }: CartGoods,
  now: number,
): PricedScene => ({
  ...around,
  offers: { ...offers, flashStock },
  choices: firstChoices,
  wallet: emptyWallet,
  address: undefined,
  now,
})
