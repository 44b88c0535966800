/** What a member may do at once and in the long run; a person never comes near it. */
export interface Pace {
  burst: number
  perSecond: number
}

const mostMembers = 5_000

/**
 * A token bucket for each member, in this instance's memory: it stops a runaway page or script,
 * costs no round trip, and forgets who was here longest ago.
 */
export function createRateLimit({ burst, perSecond }: Pace) {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return {
    /** Takes one token; false when none is left. */
    take(memberId: string, at: number): boolean {
      const bucket = buckets.get(memberId)
      const passed = bucket ? Math.max(0, at - bucket.at) / 1000 : 0
      const tokens = bucket ? Math.min(burst, bucket.tokens + passed * perSecond) : burst
      buckets.delete(memberId)
      buckets.set(memberId, { tokens: tokens >= 1 ? tokens - 1 : tokens, at })
      if (buckets.size > mostMembers) buckets.delete(buckets.keys().next().value!)
      return tokens >= 1
    },
  }
}
