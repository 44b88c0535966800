import type { Language } from '../../shared/contract/define'
import type { GroupOffer, GroupPerson, OpenGroup } from '../../shared/contract/loyalty'
import { freePlaces, isOpen, keptPlaces } from '../../shared/domain/group'
import type { GroupMember } from '../../shared/domain/group'
import { inLanguage } from '../../shared/domain/localized'
import type { GroupBuy, Promotion } from '../../shared/domain/promotion/promotion'
import { db } from '../_kit/db'
import type { SkuDocument } from '../_kit/documents/catalog'
import type { GroupDocument } from '../_kit/documents/loyalty'
import type { MemberDocument } from '../_kit/documents/member'
import { isHeld } from '../_kit/storage-rule'

export type GroupPromotion = Promotion & { rule: GroupBuy }

export const isGroupBuy = (promotion: Promotion): promotion is GroupPromotion =>
  promotion.rule.kind === 'groupBuy'

/** What a group costs, of those SKUs that are cheaper in one; undefined when none is. */
export function toGroupOffer(
  { id, name, rule, endsAt }: GroupPromotion,
  skus: readonly SkuDocument[],
  language: Language,
): GroupOffer | undefined {
  const items = rule.items.flatMap(({ skuId, priceFen }) => {
    const sku = skus.find(({ _id, isListed }) => _id === skuId && isListed)
    return sku && priceFen < sku.priceFen
      ? [{ skuId, groupFen: priceFen, priceFen: sku.priceFen }]
      : []
  })
  if (items.length === 0) return undefined
  const { size, lastsMs } = rule
  return { promotionId: id, name: inLanguage(name, language), size, lastsMs, endsAt, items }
}

type Reader = { memberId: string | undefined; now: number }

/** Names and pictures of the people in groups, by member. */
export const readPeople = (
  groups: readonly GroupDocument[],
): Promise<ReadonlyMap<string, MemberDocument>> =>
  db.members.getMany(
    groups.flatMap(({ members }) => members.map(({ memberId }) => memberId)),
    ['nickname', 'avatar'],
  )

/** Those who have paid, in the order in which they came, as others see them. */
export function toPeople(
  group: GroupDocument,
  people: ReadonlyMap<string, MemberDocument>,
  memberId: string | undefined,
): GroupPerson[] {
  return group.members
    .filter((member) => member.isPaid || member.memberId === memberId)
    .map((member) => toPerson(member, group, people.get(member.memberId), memberId))
}

function toPerson(
  member: GroupMember,
  group: GroupDocument,
  person: MemberDocument | undefined,
  memberId: string | undefined,
): GroupPerson {
  const nickname = person?.nickname ?? ''
  return {
    initial: [...nickname][0] ?? '',
    nickname,
    ...(person?.avatar !== undefined && isHeld(person.avatar) ? { avatar: person.avatar } : {}),
    isStarter: member.orderId === group._id,
    isMe: member.memberId === memberId,
  }
}

/** Groups that can be joined; full ones whose last place is not paid yet are left out. */
export function toOpenGroups(
  groups: readonly GroupDocument[],
  people: ReadonlyMap<string, MemberDocument>,
  { memberId, now }: Reader,
): OpenGroup[] {
  return groups.flatMap((group): OpenGroup[] => {
    const [starter] = toPeople(group, people, memberId)
    const placesLeft = freePlaces(group, now)
    const isMine = keptPlaces(group, now).some((member) => member.memberId === memberId)
    if (!starter || !isOpen(group, now) || (placesLeft === 0 && !isMine)) return []
    return [{ groupId: group._id, starter, placesLeft, expiresAt: group.expiresAt, isMine }]
  })
}
