import type { Ground } from '../illustration/backdrop'
import type { Placed, View } from '../illustration/composition'
import type { Label, LabelStyle } from '../illustration/label'
import type { Motif } from '../illustration/motif-parts'
import type { Garnish } from '../illustration/objects/garnish'
import type { Thing } from '../illustration/thing'

/** How a product is drawn, alone and at a table. */
export interface ProductArt {
  thing: Thing
  /** Lies in front of its foot, left and right. */
  beside?: readonly [left?: Garnish, right?: Garnish]
  /** Stands half behind it in the scene, left and right. */
  company?: readonly [left?: Thing, right?: Thing]
  /** Its own colour for each glaze that can be chosen. */
  glazes?: Readonly<Record<string, string>>
}

export const label = (
  style: LabelStyle,
  name: string,
  sub: string,
  motif: Motif,
  more: Partial<Label> = {},
): Label => ({ style, name, sub, motif, ...more })

/** Scale that brings each kind of thing to about the same height. */
const seat: Record<Thing['is'], number> = {
  tin: 1.42,
  pouch: 1.2,
  carton: 1.3,
  jar: 1.62,
  teaCake: 1.16,
  ware: 1.34,
  drink: 1.32,
  bake: 1.2,
  snack: 1.18,
  giftSet: 1.06,
  card: 1.2,
  tote: 1.2,
}

const FOOT = 600

/** The thing in the middle with what lies at its foot. */
export const alone = ({ thing, beside }: ProductArt): Placed[] => [
  { what: thing, x: 375, y: FOOT, scale: seat[thing.is] },
  ...(beside?.[0] ? [{ what: beside[0], x: 195, y: FOOT + 22, scale: 1.1 }] : []),
  ...(beside?.[1] ? [{ what: beside[1], x: 560, y: FOOT + 26, scale: 1.1 }] : []),
]

/** The thing off the middle, company half behind it, a little in front of both. */
export const atTable = ({ thing, beside, company }: ProductArt): Placed[] => {
  const [left, right] = company ?? []
  const shift = left && !right ? 70 : right && !left ? -70 : 0
  return [
    ...(left ? [{ what: left, x: 200, y: FOOT - 42, scale: seat[left.is] * 0.74 }] : []),
    ...(right ? [{ what: right, x: 560, y: FOOT - 34, scale: seat[right.is] * 0.74 }] : []),
    { what: thing, x: 375 + shift, y: FOOT + 16, scale: seat[thing.is] * 0.94 },
    ...(beside?.[0] ? [{ what: beside[0], x: 172 + shift / 2, y: FOOT + 58, scale: 1.2 }] : []),
    ...(beside?.[1] ? [{ what: beside[1], x: 580 + shift / 2, y: FOOT + 62, scale: 1.2 }] : []),
  ]
}

/** A close look at the label of what `alone` shows. */
export const closeUp: View = { x: 205, y: 240, side: 345 }

export type ShelfArt = Readonly<Record<string, ProductArt>>
export interface Shelf {
  ground: Ground
  art: ShelfArt
}
