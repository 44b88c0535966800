import { createHash, randomBytes, randomInt } from 'node:crypto'
import { shanghaiDate } from '../../shared/domain/shanghai-time'

/** A new id that sorts by time: 9 characters of time, 12 random ones (60 bits). */
export const newId = (at: number): string =>
  at.toString(36).padStart(9, '0') + randomBytes(8).toString('hex').slice(0, 12)

/** The number a payment has at WeChat Pay: digits and letters, 8 to 32. */
export const newOutTradeNo = (at: number): string => `Y${newId(at)}`

/**
 * The number of the refund of a whole payment, or of its `part`-th one; always the same, so that
 * it is given once.
 */
export const outRefundNoOf = (outTradeNo: string, part?: number): string =>
  `${outTradeNo}-R${part ?? ''}`

/** "Y260321-0427-1863": a number to say on the phone. Two orders may share it by chance. */
export function newOrderNumber(at: number): string {
  const day = shanghaiDate(at).slice(2).replace(/-/g, '')
  const digits = String(randomInt(0, 100_000_000)).padStart(8, '0')
  return `Y${day}-${digits.slice(0, 4)}-${digits.slice(4)}`
}

/** Random text for WeChat Pay's signatures, 32 characters. */
export const newNonce = (): string => randomBytes(16).toString('hex')

/** The id of the review of a line: the same for the same line, and nothing can be read from it. */
export const reviewIdOf = (orderId: string, skuId: string): string =>
  createHash('sha256').update(`review:${orderId}:${skuId}`).digest('hex').slice(0, 24)

/** The id that reviews of the first release have, which says whose order it was about. */
export const plainReviewId = (orderId: string, skuId: string): string => `${orderId}:${skuId}`

/** Stands for a member in logs without naming them. */
export const memberHash = (memberId: string): string =>
  createHash('sha256').update(memberId).digest('base64url').slice(0, 10)
