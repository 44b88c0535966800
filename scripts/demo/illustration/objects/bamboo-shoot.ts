import { dim, lit } from '../colour'
import { place, shape, type Kit } from '../kit'
import { smooth, type Point } from '../path'
import { softShadow } from './garnish-parts'

const HUSK = '#a8794a'
const HEART = '#efe2b4'

/** A pointed husk from the foot up to its tip, leaning to one side. */
const husk = (kit: Kit, width: number, height: number, lean: number, colour: string): string => {
  const edge: Point[] = [
    [-width, 0],
    [-width * 0.86, -height * 0.45],
    [lean, -height],
    [width * 0.86, -height * 0.45],
    [width, 0],
    [0, width * 0.24],
  ]
  return shape(smooth(edge, true, 0.8), {
    fill: kit.linear(
      [
        [0, lit(colour, 0.34)],
        [0.55, colour],
        [1, dim(colour, 0.28)],
      ],
      20,
    ),
  })
}

const shoot = (kit: Kit): string =>
  husk(kit, 24, 104, 2, lit(HUSK, 0.16)) +
  husk(kit, 27, 76, -9, HUSK) +
  husk(kit, 29, 52, 11, dim(HUSK, 0.1)) +
  husk(kit, 30, 28, -4, lit(HEART, 0.1))

/** Two spring shoots, one lying before the other. */
export const bambooShoot = (kit: Kit): string =>
  softShadow(kit, 74, 18, 8, 10) +
  place(shoot(kit), -26, 6, 1, -58) +
  place(shoot(kit), 30, 14, 0.94, 38)
