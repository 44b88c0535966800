/** One thing that differs online, and how it is put right. */
export interface Change {
  /** In words: `create collection orders`. Never a secret. */
  readonly says: string
  apply(during: During): Promise<void>
}

/** What a change that takes long may do while it is made. */
interface During {
  /** Says how far it is. */
  say(line: string): void
  /** Makes sure that no other deploy has taken over; throws when one has. */
  keep(): Promise<void>
}

/** One part of a deploy. Looks at what is online and says what differs; changes nothing by itself. */
export interface Step {
  readonly title: string
  changes(): Promise<Change[]>
}

/** Does the work for each item, a few at a time, and answers in their order. */
export async function forEachOf<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const atOnce = 4
  for (let from = 0; from < items.length; from += atOnce)
    results.push(...(await Promise.all(items.slice(from, from + atOnce).map(work))))
  return results
}
