import type { TroubleAbout } from '../../../shared/contract/console-orders'
import type { Language } from '../../../shared/contract/define'
import { inLanguage } from '../../../shared/domain/localized'
import { db } from '../../_kit/db'

/**
 * Finds what references of troubles stand for, whatever they are ids of: orders, payments, refunds,
 * products, groups, reviews, questions or accounts. Absent is what is gone.
 */
export async function readAbouts(
  references: readonly string[],
  language: Language,
): Promise<(reference: string) => TroubleAbout | undefined> {
  const [payments, refunds, groups, reviews, questions, accounts] = await Promise.all([
    db.payments.getMany(references, ['orderId']),
    db.refunds.getMany(references, ['orderId']),
    db.groups.getMany(references, ['productId']),
    db.reviews.getMany(references, ['orderId', 'productId']),
    db.questions.getMany(references, ['productId', 'memberId']),
    db.accounts.getMany(references, ['memberId']),
  ])
  const orderIdOf = (reference: string): string =>
    (payments.get(reference) ?? refunds.get(reference) ?? reviews.get(reference))?.orderId ??
    reference
  const productIdOf = (reference: string): string =>
    (groups.get(reference) ?? reviews.get(reference) ?? questions.get(reference))?.productId ??
    reference
  const [orders, products] = await Promise.all([
    db.orders.getMany(references.map(orderIdOf), [
      'number',
      'lines',
      'count',
      'address',
      'memberId',
    ]),
    db.products.getMany(references.map(productIdOf), ['name']),
  ])
  const memberIdOf = (reference: string): string | undefined =>
    (orders.get(orderIdOf(reference)) ?? questions.get(reference) ?? accounts.get(reference))
      ?.memberId
  const members = await db.members.getMany(
    references.flatMap((reference) => memberIdOf(reference) ?? []),
    ['nickname'],
  )
  return (reference) => {
    const order = orders.get(orderIdOf(reference))
    const product = products.get(productIdOf(reference))
    const customer = members.get(memberIdOf(reference) ?? '')?.nickname
    if (!order && !product && customer === undefined) return undefined
    return {
      ...(order && {
        order: {
          id: order._id,
          number: order.number,
          goods: order.lines[0] ? inLanguage(order.lines[0].name, language) : '',
          count: order.count,
          receiver: order.address.name,
        },
      }),
      ...(product && { product: { id: product._id, name: inLanguage(product.name, language) } }),
      ...(customer === undefined ? {} : { customer }),
    }
  }
}
