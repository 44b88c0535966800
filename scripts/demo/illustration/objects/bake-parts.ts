/** What all baked things share. */
import { type Kit, shape } from '../kit'
import type { Garnish } from './garnish'
import { ball } from './garnish-parts'
import { ellipse, type Path, type Point } from '../path'

export type BakeKind =
  | 'slice'
  | 'whole'
  | 'roll'
  | 'croissant'
  | 'sandwich'
  | 'toast'
  | 'bagel'
  | 'muffin'
  | 'tart'
  | 'cookie'
  | 'pudding'
  | 'bun'
  | 'scone'
export interface Bake {
  kind: BakeKind
  crust: string
  /** cut-face colours from the bottom, for slices, rolls and sandwiches */
  layers?: readonly string[]
  glaze?: string
  topping?: Garnish
  dust?: string
  plate?: string
  board?: boolean
}
export const crumbs = (
  kit: Kit,
  area: (t: number) => Point,
  n: number,
  colours: readonly string[],
  size = 3,
): string =>
  Array.from({ length: n }, () => {
    const [x, y] = area(kit.random.next())
    return shape(ellipse(x, y, size * kit.random.between(0.5, 1.2), size * 0.6), {
      fill: kit.random.pick(colours),
      opacity: 0.55,
    })
  }).join('')
export const domed = (kit: Kit, w: number, h: number, c: string, y = 0): string => {
  const p: Path = [
    ['M', -w, y],
    ['C', -w * 1.1, y - h * 1.1, w * 1.1, y - h * 1.1, w, y],
    ['C', w * 0.6, y + h * 0.2, -w * 0.6, y + h * 0.2, -w, y],
    ['Z'],
  ]
  return ball(kit, p, c, 0.28)
}
