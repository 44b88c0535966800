/** Durations are counted by the first of these milliseconds that is enough. */
const limits = [50, 100, 200, 400, 800, 1600, 3200] as const
type Limit = (typeof limits)[number]
export type Bucket = `to${Limit}` | 'over'

export const buckets: readonly { name: Bucket; limitMs: number }[] = [
  ...limits.map((limitMs) => ({ name: `to${limitMs}` as const, limitMs })),
  { name: 'over' as const, limitMs: 20_000 },
]

export const bucketOf = (durationMs: number): Bucket =>
  buckets.find(({ limitMs }) => durationMs <= limitMs)?.name ?? 'over'

/** A duration that so large a part of the calls did not go beyond, rounded up to a bucket's end. */
export function percentileMs(counts: Partial<Record<Bucket, number>>, part: number): number {
  const all = buckets.reduce((sum, { name }) => sum + (counts[name] ?? 0), 0)
  let seen = 0
  for (const { name, limitMs } of buckets) {
    seen += counts[name] ?? 0
    if (seen > 0 && seen >= all * part) return limitMs
  }
  return 0
}
