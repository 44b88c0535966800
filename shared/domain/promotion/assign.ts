import { amountFenOf, discountFen } from './discount'
import type { Owners, Plan } from './settle'
import { leftFenAfter } from './settle'
import type { Pieces } from './unit-price'

/** Pieces that a search may still look at: what its time is made of, on every machine the same. */
export interface Budget {
  left: number
}

/** Who gets which line, and what is then left to pay for the open pieces. */
interface Assignment {
  owners: Owners
  leftFen: number
}

/** Up to this many ways to assign lines, even a fen of rounding is searched for. */
const waysToTheFen = 256

/** Splitting a discount over a line takes about as long as looking at so many pieces. */
const costOfSettling = 4

const undecided = -1

/**
 * Says for every line which exclusive discount it joins so that the least is left to pay. A line
 * that may join one joins one, for joining never makes a discount less. Branch and bound: a branch
 * is left when even giving every undecided line to all its discounts at once would not beat the
 * best known way. Exact when it ends within the budget; else the best way found until then, which
 * is never worse than the greedy one that it starts from.
 */
export function assignLines(
  plan: Plan,
  budget: Budget,
  isHopeless: (leftFen: number) => boolean = () => false,
): Assignment {
  return new AssignmentSearch(plan, budget, isHopeless).run()
}

class AssignmentSearch {
  private readonly owners: number[]
  private readonly eligible: number[][]
  private best: number[]
  private bestFen = Infinity
  /** What every discount could take off at most, with the lines decided so far. */
  private readonly most: number[]
  private readonly isPlain: boolean
  private readonly onTopFen: number
  private readonly openFen: number
  private readonly keptPercent: number
  private slackFen = 0

  constructor(
    private readonly plan: Plan,
    private readonly budget: Budget,
    private readonly isHopeless: (leftFen: number) => boolean,
  ) {
    const lines = plan.openFen.length
    this.eligible = Array.from({ length: lines }, () => [])
    this.owners = Array.from({ length: lines }, () => undecided)
    this.most = plan.exclusives.map(({ mostFen }) => mostFen)
    for (const [index, { pieces }] of plan.exclusives.entries()) {
      if (this.most[index] === 0) continue
      for (const { line } of pieces) {
        const list = this.eligible[line]
        if (list && list[list.length - 1] !== index) list.push(index)
      }
    }
    for (const [line, list] of this.eligible.entries()) {
      if (list.length === 1) this.owners[line] = list[0] ?? undecided
    }
    this.best = this.owners
    this.openFen = plan.openFen.reduce((sum, fen) => sum + fen, 0)
    this.onTopFen = plan.onTop.reduce((sum, { mostFen }) => sum + mostFen, 0)
    this.isPlain = this.areSumsEnough()
    this.keptPercent = this.isPlain ? 1 : this.leastKept()
  }

  run(): Assignment {
    const open = this.contested()
    this.settleGreedily(open)
    this.improve(open)
    this.remember()
    if (open.length === 0) return { owners: this.best, leftFen: this.bestFen }
    if (this.isPlain) {
      for (const component of this.components(open)) this.explore(component)
    } else {
      const ways = open.reduce((product, line) => product * this.choices(line).length, 1)
      this.slackFen = ways <= waysToTheFen ? 2 * this.plan.onTop.length : 0
      this.explore(open)
    }
    return { owners: this.best, leftFen: this.bestFen }
  }

  private choices(line: number): number[] {
    return this.eligible[line] ?? []
  }

  /** Lines with a choice, the dearest first: they decide most. */
  private contested(): number[] {
    const fen = this.plan.openFen
    return [...this.eligible.keys()]
      .filter((line) => this.choices(line).length > 1)
      .sort((a, b) => (fen[b] ?? 0) - (fen[a] ?? 0) || a - b)
  }

  /** What a discount takes off its own lines and the undecided ones. */
  private worth(index: number): number {
    const discount = this.plan.exclusives[index]
    if (!discount) return 0
    this.budget.left -= discount.pieces.length
    const joined: Pieces[] = []
    for (const pieces of discount.pieces) {
      const owner = this.owners[pieces.line]
      if (owner === index || owner === undecided) joined.push(pieces)
    }
    return discountFen(discount.rule, joined)
  }

  /**
   * Whether the sum of the exclusive discounts says everything: nothing on top is a percentage,
   * and nothing can run into zero.
   */
  private areSumsEnough(): boolean {
    const allFen = this.most.reduce((sum, fen) => sum + fen, 0) + this.onTopFen
    return this.plan.onTop.every(
      ({ rule, pieces }) => rule.kind !== 'percentOff' && amountFenOf(pieces) >= allFen,
    )
  }

  /** The part of an exclusive discount that percentages on top leave to the customer at most. */
  private leastKept(): number {
    const everything = this.plan.openFen.filter((fen) => fen > 0).length
    let kept = 1
    for (const { rule, pieces, mostFen } of this.plan.onTop) {
      if (rule.kind !== 'percentOff' || rule.mostFen !== undefined) continue
      if (new Set(pieces.map(({ line }) => line)).size < everything) continue
      const sumFen = amountFenOf(pieces)
      if (sumFen > 0) kept *= 1 - Math.floor((mostFen / sumFen) * 100) / 100
    }
    return kept
  }

  /** Time and again the discount that is worth most takes all lines that are still undecided. */
  private settleGreedily(open: readonly number[]): void {
    const waiting = this.most.map(() => 0)
    for (const line of open) for (const index of this.choices(line)) waiting[index]! += 1
    for (;;) {
      let winner = -1
      for (const [index, count] of waiting.entries())
        if (count > 0 && (this.most[index] ?? 0) > (this.most[winner] ?? -1)) winner = index
      if (winner < 0) return
      const losers = new Set<number>()
      for (const { line } of this.plan.exclusives[winner]?.pieces ?? []) {
        if (this.owners[line] !== undecided) continue
        this.owners[line] = winner
        for (const index of this.choices(line)) {
          waiting[index]! -= 1
          if (index !== winner) losers.add(index)
        }
      }
      for (const index of losers) this.most[index] = this.worth(index)
    }
  }

  private refreshMost(): void {
    for (const index of this.most.keys()) this.most[index] = this.worth(index)
  }

  /** Moves single lines while that takes more off. */
  private improve(open: readonly number[]): void {
    for (const line of open) {
      for (const to of this.choices(line)) {
        const from = this.owners[line] ?? undecided
        if (to === from || this.budget.left <= 0) continue
        const before = (this.most[from] ?? 0) + (this.most[to] ?? 0)
        this.owners[line] = to
        const [fromFen, toFen] = [this.worth(from), this.worth(to)]
        if (fromFen + toFen > before) {
          this.most[from] = fromFen
          this.most[to] = toFen
        } else this.owners[line] = from
      }
    }
  }

  private offFen(): number {
    let sum = 0
    for (const fen of this.most) sum += fen
    return sum
  }

  private remember(): void {
    const fen = this.leftFen()
    if (fen >= this.bestFen) return
    this.bestFen = fen
    this.best = [...this.owners]
  }

  private leftFen(): number {
    if (this.isPlain) return this.openFen - this.onTopFen - this.offFen()
    this.budget.left -= costOfSettling * (1 + this.plan.onTop.length) * this.owners.length
    return leftFenAfter(this.plan, this.owners)
  }

  /** The least that can be left when every discount gets all that it may still get. */
  private leastLeftFen(startFen: number): number {
    return startFen - Math.ceil(this.offFen() * this.keptPercent) - this.slackFen
  }

  private explore(component: readonly number[]): void {
    for (const [line, owner] of this.best.entries()) this.owners[line] = owner
    for (const line of component) this.owners[line] = undecided
    this.refreshMost()
    const startFen = this.isPlain
      ? this.openFen - this.onTopFen
      : leftFenAfter({ ...this.plan, exclusives: [] }, [])
    this.descend(component, 0, startFen)
  }

  private descend(component: readonly number[], depth: number, startFen: number): void {
    const leastFen = this.leastLeftFen(startFen)
    if (leastFen >= this.bestFen || this.isHopeless(leastFen)) return
    const line = component[depth]
    if (line === undefined) {
      this.remember()
      return
    }
    const choices = this.choices(line)
    for (const choice of choices) {
      if (this.budget.left <= 0) break
      const before = choices.map((index) => this.most[index] ?? 0)
      this.owners[line] = choice
      for (const index of choices) if (index !== choice) this.most[index] = this.worth(index)
      this.descend(component, depth + 1, startFen)
      for (const [at, index] of choices.entries()) this.most[index] = before[at] ?? 0
    }
    this.owners[line] = undecided
  }

  /** Groups of lines that share no discount, directly or through others. */
  private components(open: readonly number[]): number[][] {
    const groups: { lines: number[]; discounts: Set<number> }[] = []
    for (const line of open) {
      const joined = { lines: [line], discounts: new Set(this.choices(line)) }
      for (const group of [...groups]) {
        if (![...group.discounts].some((index) => joined.discounts.has(index))) continue
        groups.splice(groups.indexOf(group), 1)
        joined.lines.unshift(...group.lines)
        for (const index of group.discounts) joined.discounts.add(index)
      }
      groups.push(joined)
    }
    return groups.map(({ lines }) => lines)
  }
}
