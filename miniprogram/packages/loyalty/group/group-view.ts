import type { GroupView as Group } from '../../../../shared/contract/loyalty'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'
import { priceText } from '../../../lib/price-text'

type Texts = MessageTexts['groupBuy']

/** The next step of whoever looks at a group. */
export type GroupStep = 'invite' | 'join' | 'pay' | 'seeOrder' | 'startOwn'

export interface GroupSeat {
  id: number
  initial: string
  avatar: string
  label: string
  isFree: boolean
}

export interface GroupPageView {
  headline: string
  line: string
  isOpen: boolean
  until: number
  seats: GroupSeat[]
  size: string
  step: GroupStep
  button: string
  /** A second way on; empty when there is none. */
  other: string
  shareTitle: string
  rules: string[]
}

/** More circles than this do not fit beside each other. */
const mostSeats = 10

export function toGroupPage(group: Group, t: Texts): GroupPageView {
  const { placesLeft: count, size } = group
  const price = priceText(group.groupFen)
  const step = stepOf(group)
  const buttons: Record<GroupStep, string> = {
    invite: t.invite,
    join: fill(t.join, { price }),
    pay: t.pay,
    seeOrder: t.seeOrder,
    startOwn: t.startOwn,
  }
  return {
    ...headOf(group, t),
    isOpen: group.state === 'open',
    until: group.expiresAt,
    seats: seatsOf(group, t),
    size: fill(t.size, { count: size }),
    step,
    button: buttons[step],
    other: step === 'invite' ? t.seeOrder : '',
    shareTitle: fill(t.cardTitle, { price, name: group.product.name, count }),
    rules: [t.ruleRefund, t.ruleOne],
  }
}

function stepOf({ state, orderId, canJoin }: Group): GroupStep {
  if (orderId !== undefined)
    return state === 'open' ? 'invite' : state === 'starting' ? 'pay' : 'seeOrder'
  return canJoin ? 'join' : 'startOwn'
}

function headOf(group: Group, t: Texts): { headline: string; line: string } {
  const { state, placesLeft: count, orderId, size, groupFen } = group
  const isMine = orderId !== undefined
  switch (state) {
    case 'starting':
      return { headline: t.startingTitle, line: t.startingLine }
    case 'complete':
      return { headline: t.completeTitle, line: fill(t.completeLine, { count: size }) }
    case 'failed':
      return { headline: t.failedTitle, line: isMine ? t.failedLine : t.failedOtherLine }
    case 'open':
      if (count === 0) return { headline: t.fullTitle, line: t.fullLine }
      return isMine
        ? { headline: fill(t.missing, { count }), line: t.missingLine }
        : {
            headline: fill(t.joinTitle, { price: priceText(groupFen) }),
            line: fill(t.joinLine, { count }),
          }
  }
}

/** Everybody who is in it, then the free places. */
function seatsOf({ people, size }: Group, t: Texts): GroupSeat[] {
  const seats = people.map(({ initial, avatar = '', nickname, isMe, isStarter }, id) => ({
    id,
    initial,
    avatar,
    label: isMe ? t.me : isStarter ? t.starter : nickname || t.someone,
    isFree: false,
  }))
  const free = Array.from({ length: Math.max(0, size - seats.length) }, (_, i) => ({
    id: seats.length + i,
    initial: '',
    avatar: '',
    label: t.free,
    isFree: true,
  }))
  return [...seats, ...free].slice(0, mostSeats)
}
