import type { Means } from '../../shared/contract/member'
import type { MessageKind } from '../../shared/domain/message-kinds'
import type { OrderState } from '../../shared/domain/order-state'
import { companySettings } from '../_kit/company'
import { db } from '../_kit/db'
import type { AccountDocument } from '../_kit/documents/ledger'
import type { HandlerOf } from '../_kit/handler-of'
import { listAccounts } from '../_kit/repos/accounts'
import { countOpenCoupons } from '../_kit/repos/member-coupons'
import { listRunningOrders } from '../_kit/repos/orders'
import { pageMessages } from '../_kit/repos/outbox'
import { toInboxMessage } from './list-messages'
import { ownProfile } from './own-profile'

export const getMe: HandlerOf<'member.getMe'> = async (_input, { memberId, language, now }) => {
  const [settings, member, staff, running, newest, accounts, coupons] = await Promise.all([
    companySettings(),
    db.members.get(memberId),
    db.staff.get(memberId),
    listRunningOrders(memberId, now, ['state', 'expiresAt']),
    pageMessages(memberId, 1),
    listAccounts(memberId),
    countOpenCoupons(memberId, now),
  ])
  const [message] = newest.documents.flatMap((entry) => toInboxMessage(entry, language))
  const countOf = (...states: OrderState[]) =>
    running.filter(({ state }) => states.includes(state)).length
  const templates: Partial<Record<MessageKind, string>> = {}
  for (const [kind, template] of Object.entries(settings.templates))
    templates[kind as MessageKind] = template.id
  return {
    ...ownProfile(member),
    roles: staff?.roles ?? [],
    orders: {
      toPay: countOf('pendingPayment'),
      toShip: countOf('grouping', 'paid'),
      toReceive: countOf('ready', 'shipped'),
    },
    means: meansOf(accounts, coupons, now),
    templates,
    ...(message ? { newestMessageAt: message.at } : {}),
  }
}

/** What somebody has to spend: a gift card counts while there is something on it. */
function meansOf(accounts: readonly AccountDocument[], coupons: number, now: number): Means {
  const amountOf = (kind: AccountDocument['kind']) =>
    accounts.find((account) => account.kind === kind)?.amount ?? 0
  const giftcards = accounts.filter(
    ({ kind, amount, expiresAt = Infinity }) =>
      kind === 'giftcard' && amount > 0 && expiresAt > now,
  )
  return {
    points: amountOf('points'),
    coupons,
    balanceFen: amountOf('balance'),
    giftcards: giftcards.length,
  }
}
