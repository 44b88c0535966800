/** A product that may be recommended. */
export interface Candidate {
  id: string
  categoryIds: readonly string[]
  soldCount: number
}

/** Something a customer was interested in. */
export interface Interest {
  productId: string
  categoryIds: readonly string[]
  /** 1 for a look, more for what was looked at often or bought. */
  weight: number
  at: number
}

export interface Signals {
  interests: readonly Interest[]
  /** By product of interest: the products others looked at, too, with how many of them did. */
  coViews: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Not shown again: bought, or looked at just now. */
  known: ReadonlySet<string>
  now: number
}

const dayMs = 86_400_000
/** An interest counts half after so many days. */
const halfLifeDays = 7
/** How much a customer in common says, against a shelf in common, against being sold much. */
const coViewShare = 3
const categoryShare = 1
const salesShare = 0.2

/**
 * What a customer may like, best first: what others looked at who looked at the same, what stands
 * on the shelves they look at, and among those what sells. One thing of a shelf after another's is
 * preferred to a whole row of the same.
 */
export function recommend(
  candidates: readonly Candidate[],
  signals: Signals,
  limit: number,
): Candidate[] {
  const scored = candidates
    .filter(({ id }) => !signals.known.has(id))
    .map((candidate) => ({ candidate, score: scoreOf(candidate, signals) }))
    .sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1))
  return mixed(scored, limit)
}

function scoreOf(candidate: Candidate, { interests, coViews, now }: Signals): number {
  let score = salesShare * Math.log10(1 + candidate.soldCount)
  for (const { productId, categoryIds, weight, at } of interests) {
    const fresh = weight * 0.5 ** (Math.max(0, now - at) / dayMs / halfLifeDays)
    const others = coViews.get(productId)
    const most = others ? Math.max(1, ...others.values()) : 1
    score += (fresh * coViewShare * (others?.get(candidate.id) ?? 0)) / most
    const shared = categoryIds.filter((id) => candidate.categoryIds.includes(id)).length
    if (categoryIds.length > 0) score += (fresh * categoryShare * shared) / categoryIds.length
  }
  return score
}

/** How much a product loses for each one of its leaf that stands before it. */
const sameLeafCost = 0.8

function mixed(scored: { candidate: Candidate; score: number }[], limit: number): Candidate[] {
  const left = [...scored]
  const chosen: Candidate[] = []
  const leaves = new Map<string, number>()
  const worth = ({ candidate, score }: { candidate: Candidate; score: number }) =>
    score * sameLeafCost ** (leaves.get(candidate.categoryIds[0] ?? '') ?? 0)
  while (chosen.length < limit && left.length > 0) {
    const best = left.reduce((a, b) => (worth(b) > worth(a) ? b : a))
    left.splice(left.indexOf(best), 1)
    const leaf = best.candidate.categoryIds[0] ?? ''
    leaves.set(leaf, (leaves.get(leaf) ?? 0) + 1)
    chosen.push(best.candidate)
  }
  return chosen
}

/** Products that stand beside each other in what people looked at, with how many did so. */
export function countTogether(
  productId: string,
  lists: readonly (readonly string[])[],
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const list of lists)
    for (const other of new Set(list))
      if (other !== productId) counts.set(other, (counts.get(other) ?? 0) + 1)
  return counts
}
