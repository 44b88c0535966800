import type { HandlerOf } from '../_kit/handler-of'
import { giveBackCodeTry, takeCodeTry } from '../_kit/loyalty/code-tries'
import { claimGiftCard, isCardCode } from '../_kit/loyalty/gift-cards'
import { issueCoupon } from '../_kit/loyalty/issue-coupon'
import { isNewcomer } from '../_kit/loyalty/newcomer'
import { couponByCode } from '../_kit/repos/coupons'
import { readScopeWords, toMyCoupon } from './coupon-face'
import { toGiftCard } from './gift-card'

export const redeemCode: HandlerOf<'loyalty.redeemCode'> = async ({ code }, context) => {
  const { memberId, language, now, fail, must, transaction } = context
  const tooMany = await takeCodeTry(memberId, now)
  if (tooMany) return fail('TOO_MANY_TRIES', tooMany)

  if (isCardCode(code)) {
    const answer = await transaction(async (tx) => ({
      kind: 'giftcard' as const,
      card: toGiftCard(must(await claimGiftCard(tx, code, memberId, now)), now),
    }))
    await giveBackCodeTry(memberId, now)
    return answer
  }
  const coupon = await couponByCode(code)
  if (!coupon) return fail('CODE_NOT_FOUND')
  await giveBackCodeTry(memberId, now)
  const [words, newcomer] = await Promise.all([
    readScopeWords([coupon.rule.scope], language),
    coupon.audience === 'newcomer' ? isNewcomer(memberId) : true,
  ])
  return transaction(async (tx) => {
    const had = must(
      await issueCoupon(tx, coupon._id, { memberId, how: 'code', isNewcomer: newcomer }, now),
    )
    return { kind: 'coupon', coupon: toMyCoupon(had, context, words) }
  })
}
