/** Cakes, bread and pastry, each on a plate or board. */
import { pigment } from '../colour'
import { type Kit, place } from '../kit'
import type { Bake, BakeKind } from './bake-parts'
import { bagel, croissant, sandwich, toast } from './bread'
import { pudding, roll, slice, whole } from './cake'
import { board, plate } from './serving'
import { bun, cookies, muffin, scones, tart } from './small-bakes'

const bakers: Record<BakeKind, (kit: Kit, o: Bake) => string> = {
  slice,
  whole,
  roll,
  croissant,
  sandwich,
  toast,
  bagel,
  muffin,
  tart,
  cookie: cookies,
  pudding,
  bun,
  scone: scones,
}
export const bake = (kit: Kit, o: Bake): string =>
  (o.board ? board(kit) : plate(kit, o.plate ?? pigment.paper)) +
  place(bakers[o.kind](kit, o), 0, o.board ? -22 : -4, 1.18)
