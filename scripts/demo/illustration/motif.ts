/** Small printed pictures: on labels, on cups, as stickers. Pure data in a 100 x 100 field around the origin. */
import { pigment } from './colour'
import { shape } from './kit'
import { natureMotifs } from './motif-nature'
import type { Draw, Flat, Motif, MotifInk } from './motif-parts'
import { thingMotifs } from './motif-things'
import { move } from './path'

const draw: Record<Motif, Draw> = { ...natureMotifs, ...thingMotifs }
const defaultInk: MotifInk = { ink: pigment.pine, accent: pigment.honey, pale: pigment.sage }
export const motif = (name: Motif, ink: MotifInk = defaultInk): Flat[] => draw[name](ink)
/** Move a printed picture; line widths scale with it. */
export const settle = (
  flats: readonly Flat[],
  x: number,
  y: number,
  scale: number,
  turn = 0,
): Flat[] =>
  flats.map((f) => ({
    ...f,
    path: move(f.path, x, y, scale, turn),
    ...(f.width === undefined ? {} : { width: f.width * scale }),
  }))
export const printed = (flats: readonly Flat[]): string =>
  flats.map((f) => shape(f.path, f)).join('')
