import { Refusal } from '../failure'
import { createRateLimit } from '../rate-limit'

const asking = createRateLimit({ burst: 100, perSecond: 20 })

/**
 * Ends an action that asks WeChat Pay about something when its member asks faster than a person
 * can: reads have no once-key and no limit of their own, and WeChat Pay has one for the company.
 */
export function keepPayPace(memberId: string, at: number): void {
  if (!asking.take(memberId, at)) throw new Refusal('RATE_LIMITED')
}
