/** A drink: a vessel, liquid layers, ice, fruit, a top and what is strewn on it. */
import { luma, pigment } from '../colour'
import { group, type Kit } from '../kit'
import { clearDrink, coldLid } from './clear-drink'
import { type Drink, housePrint, steam } from './drink-parts'
import { opaqueDrink } from './opaque-drink'
import { vessels } from './vessel'
import type { Point } from '../path'

/** Base centre at the origin; about 260 wide, 230 to 450 high. */
export const drink = (kit: Kit, d: Drink): string => {
  const v = vessels[d.vessel]
  if (!v.clear) return opaqueDrink(kit, d)
  if (d.vessel !== 'cold')
    return (
      clearDrink(kit, d) + (d.steam ? steam(kit, -(v.outer[v.outer.length - 1]?.[0] ?? 0) - 6) : '')
    )
  const dome = d.top === 'cream'
  const shown: Point = [0, -150]
  return (
    clearDrink(kit, d) +
    coldLid(kit, d, dome) +
    group(
      housePrint(
        0,
        luma(d.layers[0]?.[0] ?? pigment.tea) > 0.62 ? pigment.pine : '#fffaf0',
        0.86,
        d.motif,
      ),
      {
        transform: `translate(${shown[0]} ${shown[1]})`,
        opacity: 0.92,
      },
    )
  )
}
