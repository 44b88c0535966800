import type { Address } from '../../shared/contract/member'
import { inLanguage } from '../../shared/domain/localized'
import { namesCoupons } from '../../shared/domain/quote'
import { command } from '../_kit/cloud'
import { db } from '../_kit/db'
import type { OrderDocument } from '../_kit/documents/order'
import type { OutboxDocument } from '../_kit/documents/outbox'
import type { HandlerOf } from '../_kit/handler-of'
import { takeGroupPlace } from '../_kit/loyalty/group-places'
import { holdOffers, isFlashStockThere } from '../_kit/loyalty/order-offers'
import { markPaid } from '../_kit/orders/mark-paid'
import { spend } from '../_kit/orders/spend'
import { takeStock } from '../_kit/orders/stock'
import { newEntry } from '../_kit/outbox/entry'
import { runFresh } from '../_kit/outbox/run'
import type { Transaction } from '../_kit/transaction'
import { sortOut } from './basket'
import type { WantedSku } from './basket'
import { checkPriced, checkScene } from './check-scene'
import { newOrder, newPayment } from './new-order'
import { isPricedAlike, price, priceScene } from './price'
import { toQuote } from './quote-view'
import { readScene } from './scene'
import type { Scene } from './scene'

/** Leaves a transaction because what was agreed is not to be had any more. */
class AgreementGone extends Error {}

export const place: HandlerOf<'order.place'> = async (input, context) => {
  const { memberId, language, now, fail, must, transaction } = context
  const run = { envId: context.caller.envId, now }
  const { note, giftNote, invoice, contact, signature, ...asked } = input

  const { scene, address, agreed } = await readAgreed(namesCoupons(signature))
  if (agreed.problem)
    fail('NOT_DELIVERED', { fulfilment: asked.fulfilment, problem: agreed.problem })
  if (agreed.signature !== signature) return refuseAgreement()

  const { promotions } = scene.offers
  const order = newOrder(agreed, scene, { address, note, giftNote, invoice })
  let entries: OutboxDocument[] = []
  try {
    const answer = await transaction(
      async (tx) => {
        const turned = await takeGoods(tx)
        await takePromises(tx)
        await tx.orders.insert(order)
        await tx.payments.insert(newPayment(order))
        if (input.source.kind === 'cart')
          await tx.carts.update(memberId, {
            entries: command.pull({ skuId: command.in(agreed.lines.map(({ sku }) => sku._id)) }),
            updatedAt: now,
            version: command.inc(1),
          })
        entries = turned.map((productId) =>
          newEntry({ kind: 'refreshOffer', productId }, memberId, now),
        )
        if (entries.length > 0) await tx.outbox.insert(...entries)
        const isPaid = order.means.wechatFen === 0
        if (isPaid) {
          const hasTemplate = scene.settings.templates.orderPaid !== undefined
          const paid = await markPaid(tx, order, 'pay', { at: now, hasTemplate })
          entries = [...entries, ...paid.entries]
        }
        return answerOf(order, isPaid)
      },
      { before: whetherStillThere },
    )
    await runFresh(entries, run)
    return answer
  } catch (error) {
    if (error instanceof AgreementGone) return refuseAgreement()
    throw error
  }

  /** Coupons are looked for when some were agreed to, or when it is not the price without them. */
  async function readAgreed(withCoupons: boolean) {
    const reading = { memberId, language, run, withWallet: false, withCoupons }
    const scene = await readScene(asked, reading)
    const address = receiverOf(scene, contact) ?? fail('ADDRESS_NOT_FOUND')
    must(checkScene(scene))
    const agreed = must(checkPriced(scene, await priceScene(scene)))
    if (agreed.signature !== signature && !withCoupons) return readAgreed(true)
    return { scene, address, agreed }
  }

  /** Takes the pieces, at the price that was agreed. */
  async function takeGoods(tx: Transaction): Promise<string[]> {
    const { skus, shortage, turned } = await takeStock(tx, order.lines)
    if (shortage) {
      const bought = agreed.lines.find(({ sku }) => sku._id === shortage.skuId)
      // Without a gift the order can still be placed, when the customer has seen it.
      if (!bought) throw new AgreementGone()
      fail('SOLD_OUT', { lines: [{ ...shortage, name: inLanguage(bought.sku.name, language) }] })
    }
    const current = agreed.lines.map(({ sku, quantity }) => ({
      sku: skus.get(sku._id) ?? sku,
      quantity,
    }))
    if (current.every((line, index) => isPricedAlike(line, agreed.lines[index]!))) return turned
    // The gifts as they were: taken by now, they would look as if they had run out.
    const gifts = new Map(agreed.gifts.map(({ sku }) => [sku._id, sku]))
    if (price(scene, current, gifts).signature !== agreed.signature) throw new AgreementGone()
    return turned
  }

  /** Takes what the price promises beside the goods: coupons, a place in a group, own money. */
  async function takePromises(tx: Transaction): Promise<void> {
    if (!(await holdOffers(tx, order, promotions, now))) throw new AgreementGone()
    if (order.groupId !== undefined) {
      const promotion = promotions.find(({ id }) => id === order.promotionId)
      const problem = await takeGroupPlace(tx, order, promotion, now)
      if (problem) fail(problem)
    }
    if (!(await spend(tx, order, now))) throw new AgreementGone()
  }

  /** Whoever is too late learns it from a plain read, without standing in the others' way. */
  async function whetherStillThere(): Promise<void> {
    const wanted = agreed.lines.map(toWanted)
    const skus = await db.skus.getMany(wanted.map(({ skuId }) => skuId))
    const { shortages } = sortOut(wanted, skus, language)
    if (shortages.length > 0) fail('SOLD_OUT', { lines: shortages })
    if (!(await isFlashStockThere(order, promotions))) throw new AgreementGone()
  }

  /** Says what is sold out, else what it costs now, with everything there is to choose from. */
  async function refuseAgreement(): Promise<never> {
    const all = { withWallet: true, withCoupons: true }
    const current = await readScene(asked, { memberId, language, run, ...all })
    const { shortages } = current.basket
    if (shortages.length > 0) fail('SOLD_OUT', { lines: shortages })
    must(checkScene(current))
    const priced = must(checkPriced(current, await priceScene(current)))
    return fail('PRICE_CHANGED', toQuote(priced, current, language))
  }
}

const toWanted = ({ sku, quantity }: WantedSku) => ({ skuId: sku._id, quantity })

/** Where it goes, or for pickup who comes. */
function receiverOf(
  { choices, address }: Scene,
  contact: Pick<Address, 'name' | 'phone'> | undefined,
): Address | undefined {
  if (choices.fulfilment !== 'pickup') return address
  const who = contact ?? address
  if (!who) return undefined
  const nowhere = { id: '', province: '', city: '', district: '', street: '', isDefault: false }
  return { ...nowhere, name: who.name, phone: who.phone }
}

const answerOf = (order: OrderDocument, isPaid: boolean) => ({
  orderId: order._id,
  outTradeNo: order.outTradeNo,
  totalFen: order.totalFen,
  payableFen: order.means.wechatFen,
  isPaid,
  expiresAt: order.expiresAt,
})
