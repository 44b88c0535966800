import type { StaffDecision } from '../../../shared/contract/console-care'
import type { StaffRole } from '../../../shared/contract/define'
import { nextAfterSaleState } from '../../../shared/domain/after-sale'
import { toCaseDetail } from '../../_kit/care/case-view'
import { companySettings } from '../../_kit/company'
import { db } from '../../_kit/db'
import type { AfterSaleDocument } from '../../_kit/documents/care'
import { withLinks } from '../../_kit/file-links'
import type { HandlerOf } from '../../_kit/handler-of'

export const getAfterSale: HandlerOf<'console.getAfterSale'> = async (
  { afterSaleId },
  { memberId: staffId, language, fail },
) => {
  const [settings, kase, member] = await Promise.all([
    companySettings(),
    db.aftersales.get(afterSaleId),
    db.staff.get(staffId),
  ])
  const order = kase && (await db.orders.get(kase.orderId))
  if (!kase || !order) return fail('AFTER_SALE_NOT_FOUND')
  const { id, number, orderId, orderNumber, ...rest } = toCaseDetail(kase, settings, language)
  const { actions: _actions, returnTo: _returnTo, ...shown } = rest
  return {
    id,
    number,
    orderId,
    orderNumber,
    ...shown,
    pictures: await withLinks(kase.pictures, 'cases'),
    customer: { name: order.address.name, phone: order.address.phone },
    decisions: decisionsOf(kase, member?.roles ?? []),
    hasLeft: kase.lines.some(({ lineIndex }) => (order.lines[lineIndex]?.shipped ?? 0) > 0),
  }
}

/** What these roles may decide about a case as it is; the contract says the same by access. */
function decisionsOf(
  kase: Pick<AfterSaleDocument, 'kind' | 'state'>,
  roles: readonly StaffRole[],
): StaffDecision[] {
  const isJudge = roles.includes('owner') || roles.includes('manager')
  if (kase.state === 'arbitration') return isJudge ? ['decide'] : []
  if (!isJudge && !roles.includes('clerk')) return []
  const events = ['approve', 'approveReturn', 'sendExchange', 'acceptReturn', 'refuse'] as const
  return events.filter((event) => nextAfterSaleState(kase, event, 'staff') !== undefined)
}
