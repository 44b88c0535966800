import type { Language, ParsedInputOf } from '../../shared/contract/define'
import type { Address } from '../../shared/contract/member'
import type { order } from '../../shared/contract/order'
import type { DeliveryRules } from '../../shared/domain/delivery'
import type { GroupProblem } from '../../shared/domain/group'
import type { Wallet } from '../../shared/domain/means'
import { companySettings } from '../_kit/company'
import { companyDelivery } from '../_kit/delivery-rules'
import type { CompanySettings } from '../_kit/documents/catalog'
import { readGroupProblem } from '../_kit/loyalty/group-places'
import { readFlash, readMemberOffers } from '../_kit/loyalty/read-offers'
import type { Offers } from '../_kit/loyalty/read-offers'
import type { Run } from '../_kit/outbox/run'
import { readBasket } from './basket'
import type { Basket } from './basket'
import { readAddress } from './read-address'
import { emptyWallet, readWallet } from './wallet'

/** What the customer has chosen, of a quote and of an order alike. */
type Choices = Omit<ParsedInputOf<(typeof order)['order.quote']>, 'source' | 'addressId'>

/** All that decides what an order costs, read at one moment. */
export interface Scene {
  memberId: string
  now: number
  choices: Choices
  basket: Basket
  settings: CompanySettings
  delivery: DeliveryRules
  offers: Offers
  wallet: Wallet
  address?: Address | undefined
  groupProblem?: GroupProblem | undefined
}

interface Reading {
  memberId: string
  language: Language
  run: Run
  /** Also when nothing of it is used, so that the customer sees what there is. */
  withWallet: boolean
  /** Else as if the member had none. */
  withCoupons: boolean
}

/** Reads a scene with as few calls as the choices allow. */
export async function readScene(
  { source, addressId, ...choices }: ParsedInputOf<(typeof order)['order.quote']>,
  { memberId, language, run, withWallet, withCoupons }: Reading,
): Promise<Scene> {
  const { usePoints, useBalance, giftcardIds } = choices
  const needsWallet = withWallet || usePoints || useBalance || giftcardIds.length > 0
  const [settings, delivery, address, wallet, { basket, offers }] = await Promise.all([
    companySettings(),
    companyDelivery(),
    readAddress(memberId, addressId),
    needsWallet ? readWallet(memberId) : emptyWallet,
    readGoods(),
  ])
  return {
    memberId,
    now: run.now,
    choices,
    basket,
    settings,
    delivery,
    offers,
    wallet,
    address,
    groupProblem: await readProblem(),
  }

  async function readGoods() {
    const [found, mine] = await Promise.all([
      readBasket(memberId, source, language, run),
      readMemberOffers(memberId, run, withCoupons),
    ])
    const skuIds = found.lines.map(({ sku }) => sku._id)
    const flashStock = await readFlash(memberId, skuIds, mine.promotions, run)
    return { basket: found, offers: { ...mine, flashStock } }
  }

  async function readProblem(): Promise<GroupProblem | undefined> {
    const { group } = choices
    const productId = basket.lines[0]?.sku.productId
    if (!group?.groupId || productId === undefined) return undefined
    const { promotionId, groupId } = group
    return readGroupProblem(groupId, { memberId, promotionId, productId }, run.now)
  }
}
