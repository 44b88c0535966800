import type { Budget } from './assign'
import { assignLines } from './assign'
import { checkCoupon } from './coupon'
import type { DeliveryPrice } from './delivery'
import { priceDelivery } from './delivery'
import type { CouponUse, Offered } from './plan'
import { fromDearToCheap, offeredBy, planOf } from './plan'
import { pointsFor } from './points'
import type { Basket, MemberCoupon, PricingLine, Promotion } from './promotion'
import type { Owners, Plan } from './settle'
import { leftFenAfter } from './settle'
import type { Pieces, PriceSource } from './unit-price'
import { piecesOf, priceSourcesOf } from './unit-price'

/**
 * How many ways are tried one by one, counted as sets of sources times coupons times promotions
 * times lines.
 */
const mostWork = 10_000

/** What all searches for one basket may look at together; well below a millisecond. */
const mostPieces = 30_000

/** One admissible way to price a basket. */
export interface Way {
  /** From dear to cheap. */
  pieces: Pieces[]
  use: CouponUse | undefined
  plan: Plan
  owners: Owners
  delivery: DeliveryPrice
}

/** A basket in canonical order, with only what is in force. */
export interface Scene {
  basket: Basket
  lines: PricingLine[]
  promotions: Promotion[]
  /** In the order in which they expire. */
  coupons: MemberCoupon[]
}

/** What the goods cost at the end, with points and the discount by staff. */
export function finish(basket: Basket, goodsFen: number) {
  const points =
    basket.points?.isWanted === true ? pointsFor(basket.points, goodsFen) : { points: 0, offFen: 0 }
  const staffFen = Math.min(basket.staffDiscountFen ?? 0, goodsFen - points.offFen)
  return { points, staffFen, payableFen: goodsFen - points.offFen - staffFen }
}

/** The coupons among which the customer's choice leaves room. */
export function choosable({ basket, coupons }: Scene): MemberCoupon[] {
  const { couponChoice } = basket
  if (couponChoice === 'best') return coupons
  if (couponChoice === 'none') return []
  return coupons.filter(({ id }) => couponChoice.includes(id))
}

/**
 * Sets of sources, the full one first: all sets when there is room for them; else the full one, the
 * ones without member prices and without flash and group prices, none, and with room for these,
 * the ones without a single source.
 */
function sourceSets(sources: readonly PriceSource[], room: number): PriceSource[][] {
  if (2 ** sources.length > Math.max(room, 2)) {
    const isMemberPrice = ({ kind }: PriceSource): boolean => kind === 'memberPrice'
    const others = sources.filter((source) => !isMemberPrice(source))
    const sets = [[...sources], others, sources.filter(isMemberPrice), []]
    const allButOne = sources.map((left) => sources.filter((source) => source !== left))
    return sets.length + allButOne.length <= room ? [...sets, ...allButOne] : sets
  }
  return Array.from({ length: 2 ** sources.length }, (_, dropped) =>
    sources.filter((_source, index) => (dropped & (1 << index)) === 0),
  )
}

/** No coupon and each goods coupon that may be used; a coupon that was chosen is used. */
export function couponUses(scene: Scene, pieces: readonly Pieces[]): (CouponUse | undefined)[] {
  const uses = choosable(scene).flatMap((coupon) => {
    if (coupon.rule.benefit.kind === 'freeDelivery') return []
    const check = checkCoupon(coupon, scene.basket.now, scene.lines, pieces)
    return check.isUsable ? [{ coupon, pieces: check.pieces }] : []
  })
  const isChosen = Array.isArray(scene.basket.couponChoice) && uses.length > 0
  return isChosen ? uses : [undefined, ...uses]
}

/**
 * The cheapest way: every set of price sources with every coupon and the best assignment of lines.
 * When that is too much work, the best set without a coupon first and then the best coupon for it.
 * Between equals the one that uses fewer points, then the one that gives up and spends less.
 */
export function cheapestWay(scene: Scene): Way {
  const { basket, lines, promotions } = scene
  const room = Math.floor(mostWork / ((1 + promotions.length) * Math.max(1, lines.length)))
  const sources = priceSourcesOf(basket, lines, promotions)
  const bases = sourceSets(sources, room).map((set) => baseOf(scene, set))
  const combinations = bases.reduce((sum, { uses }) => sum + uses.length, 0)
  const isSmall = combinations <= room
  const contest = new Contest(scene, isSmall ? combinations : bases.length + bases[0]!.uses.length)
  for (const base of bases)
    for (const use of isSmall ? base.uses : base.uses.slice(0, 1)) contest.enter(base, use)
  if (!isSmall) {
    const { base, way } = contest.winner()
    for (const use of base.uses.slice(1))
      contest.enter(base, use, isStacking(use) ? way.owners : undefined)
  }
  return contest.winner().way
}

/** A set of price sources and all that follows from it alone. */
interface Base {
  pieces: Pieces[]
  openFen: number[]
  closedFen: number
  offered: Offered[]
  delivery: DeliveryPrice
  uses: (CouponUse | undefined)[]
}

function baseOf(scene: Scene, sources: readonly PriceSource[]): Base {
  const { basket, lines, promotions } = scene
  const pieces = fromDearToCheap(piecesOf(lines, sources))
  return {
    pieces,
    ...sumsOf(lines.length, pieces),
    offered: offeredBy(promotions, lines, pieces),
    delivery: priceDelivery(basket, lines, pieces, promotions, choosable(scene)),
    uses: couponUses(scene, pieces),
  }
}

const isStacking = (use: CouponUse | undefined): boolean =>
  use === undefined || use.coupon.rule.stacksWithPromotions

/** Keeps the cheapest of the ways that enter. */
class Contest {
  private best: { base: Base; way: Way; totalFen: number; points: number } | undefined
  private piecesLeft = mostPieces

  constructor(
    private readonly scene: Scene,
    private entriesLeft: number,
  ) {}

  /** Assigns the lines anew unless it is told how. */
  enter(base: Base, use: CouponUse | undefined, known?: Owners): void {
    const { pieces, delivery } = base
    const plan = planOf(base.openFen, base.offered, use)
    const budget: Budget = { left: Math.floor(this.piecesLeft / Math.max(1, this.entriesLeft)) }
    this.entriesLeft -= 1
    const isHopeless = (openLeftFen: number): boolean => !this.isBetter(base, openLeftFen)
    if (isHopeless(leastLeftFen(plan))) return
    this.piecesLeft -= budget.left
    const { owners, leftFen } = known
      ? { owners: known, leftFen: leftFenAfter(plan, known) }
      : assignLines(plan, budget, isHopeless)
    this.piecesLeft += Math.max(0, budget.left)
    if (this.isBetter(base, leftFen))
      this.best = {
        base,
        way: { pieces, use, plan, owners, delivery },
        ...this.priceAt(base, leftFen),
      }
  }

  private isBetter(base: Base, openLeftFen: number): boolean {
    if (!this.best) return true
    const { totalFen, points } = this.priceAt(base, openLeftFen)
    const lessFen = this.best.totalFen - totalFen
    return lessFen > 0 || (lessFen === 0 && points < this.best.points)
  }

  winner(): { base: Base; way: Way } {
    if (!this.best) throw new Error('there is always a way: all sources and no coupon')
    return this.best
  }

  private priceAt(base: Base, openLeftFen: number): { totalFen: number; points: number } {
    const { points, payableFen } = finish(this.scene.basket, base.closedFen + openLeftFen)
    return { totalFen: payableFen + base.delivery.deliveryFen, points: points.points }
  }
}

function sumsOf(lines: number, pieces: readonly Pieces[]) {
  const openFen = Array.from({ length: lines }, () => 0)
  let closedFen = 0
  for (const { line, quantity, unitFen, isOpen } of pieces) {
    if (isOpen) openFen[line] = (openFen[line] ?? 0) + quantity * unitFen
    else closedFen += quantity * unitFen
  }
  return { openFen, closedFen }
}

/** Less than this can never be left: as if every discount got all its lines at full price. */
function leastLeftFen({ openFen, exclusives, onTop }: Plan): number {
  const sumFen = openFen.reduce((sum, fen) => sum + fen, 0)
  const offFen = [...exclusives, ...onTop].reduce((sum, { mostFen }) => sum + mostFen, 0)
  return Math.max(0, sumFen - offFen)
}
