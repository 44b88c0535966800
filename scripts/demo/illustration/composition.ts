/** From plain data to one svg: a product alone, a still life on a table, a close look. */
import { backdrop, type Ground } from './backdrop'
import { createKit, group, place, svg, type Kit } from './kit'
import { gouache } from './light'
import { garnishes, type Garnish } from './objects/garnish'
import { hash } from './random'
import { drawThing, type Thing } from './thing'

const SIDE = 750

/** A thing or a garnish standing at a place of the 750 x 750 field. */
export interface Placed {
  what: Thing | Garnish
  x: number
  y: number
  scale?: number
}

/** Part of the 750 x 750 field that a picture shows. */
export interface View {
  x: number
  y: number
  side: number
}

const draw = (kit: Kit, { what, x, y, scale = 1 }: Placed): string =>
  place(typeof what === 'string' ? garnishes[what](kit) : drawThing(kit, what), x, y, scale)

const painted = (kit: Kit, seed: string, body: string): string =>
  group(`<rect width="${SIDE}" height="${SIDE}" fill="none"/>${body}`, {
    filter: gouache(kit, hash(seed)),
  })

/** Things on a clear ground; shadows stay. */
export const cutOut = (seed: string, things: readonly Placed[]): string => {
  const kit = createKit(seed)
  const body = things.map((thing) => draw(kit, thing)).join('')
  return svg(kit, SIDE, SIDE, painted(kit, seed, body))
}

/** Things on a table before a far ridge; what is listed first stands behind. */
export const stillLife = (
  seed: string,
  ground: Ground,
  things: readonly Placed[],
  view: View = { x: 0, y: 0, side: SIDE },
): string => {
  const kit = createKit(seed)
  const behind = backdrop(kit, ground, SIDE, SIDE, SIDE * 0.62)
  const body = things.map((thing) => draw(kit, thing)).join('')
  const picture = behind + painted(kit, seed, body)
  return svg(kit, SIDE, SIDE, picture, [view.x, view.y, view.side, view.side])
}
