import type { MessageKind } from '../../shared/contract/member'
import type { OrderState } from '../../shared/domain/order-state'
import { companySettings } from '../_kit/company'
import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { listRunningOrders } from '../_kit/repos/orders'

export const getMe: HandlerOf<'member.getMe'> = async (_input, { memberId, now }) => {
  const [settings, member, staff, running] = await Promise.all([
    companySettings(),
    db.members.get(memberId),
    db.staff.get(memberId),
    listRunningOrders(memberId, now, ['state', 'expiresAt']),
  ])
  const countOf = (state: OrderState) => running.filter((order) => order.state === state).length
  const templates: Partial<Record<MessageKind, string>> = {}
  for (const [kind, template] of Object.entries(settings.templates))
    templates[kind as MessageKind] = template.id
  return {
    ...(member?.nickname === undefined ? {} : { nickname: member.nickname }),
    ...(member?.avatar === undefined ? {} : { avatar: member.avatar }),
    roles: staff?.roles ?? [],
    orders: {
      toPay: countOf('pendingPayment'),
      toShip: countOf('paid'),
      toReceive: countOf('shipped'),
    },
    templates,
  }
}
