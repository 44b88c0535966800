import { card, tote } from './objects/paper-goods'
import { carton, type Carton } from './objects/box'
import { bake } from './objects/bakery'
import type { Bake } from './objects/bake-parts'
import { drink } from './objects/drink'
import type { Drink } from './objects/drink-parts'
import { garnishes, type Garnish } from './objects/garnish'
import { giftSet } from './objects/gift-set'
import { jar, type Jar } from './objects/jar'
import { pouch, type Pouch } from './objects/pouch'
import { snack, type Snack } from './objects/snack'
import { teaCake, type TeaCake } from './objects/tea-cake'
import { tin, type Tin } from './objects/tin'
import { ware, type Ware } from './objects/ware'
import type { Kit } from './kit'
import type { Label } from './label'

/** One object with its parameters, as plain data. */
export type Thing =
  | ({ is: 'tin' } & Tin)
  | ({ is: 'pouch' } & Pouch)
  | ({ is: 'carton' } & Carton)
  | ({ is: 'jar'; pieces?: Garnish } & Omit<Jar, 'piece'>)
  | ({ is: 'teaCake' } & TeaCake)
  | { is: 'ware'; ware: Ware }
  | { is: 'drink'; drink: Drink }
  | { is: 'bake'; bake: Bake }
  | { is: 'snack'; snack: Snack }
  | { is: 'giftSet'; colour: string; label: Label; items: readonly Thing[]; scale?: number }
  | { is: 'card'; colour: string; label: Label }
  | { is: 'tote'; colour: string; label: Label }

/** The markup of a thing whose base stands with its centre at the origin, 250 to 400 units high. */
export const drawThing = (kit: Kit, thing: Thing): string => {
  switch (thing.is) {
    case 'tin':
      return tin(kit, thing)
    case 'pouch':
      return pouch(kit, thing)
    case 'carton':
      return carton(kit, thing)
    case 'jar': {
      const piece = thing.pieces ? garnishes[thing.pieces] : undefined
      return jar(kit, piece ? { ...thing, piece } : thing)
    }
    case 'teaCake':
      return teaCake(kit, thing)
    case 'ware':
      return ware(kit, thing.ware)
    case 'drink':
      return drink(kit, thing.drink)
    case 'bake':
      return bake(kit, thing.bake)
    case 'snack':
      return snack(kit, thing.snack)
    case 'giftSet':
      return giftSet(kit, {
        ...thing,
        items: thing.items.map((item) => (inner: Kit) => drawThing(inner, item)),
      })
    case 'card':
      return card(kit, thing.colour, thing.label)
    case 'tote':
      return tote(kit, thing.colour, thing.label)
  }
}
