/** Cards and bags. */
import { dim, lit } from '../colour'
import { group, type Kit, place, shape } from '../kit'
import { type Label, labelPrint } from '../label'
import { groundShadow } from '../light'
import { type Point, polygon, rect, smooth } from '../path'

/** Flat card lying at an angle with its sleeve: gift cards, coupons, subscriptions. */
export const card = (kit: Kit, colour: string, label: Label): string => {
  const face = rect(-210, -260, 420, 262, 20)
  const print = group(labelPrint(kit, { ...label, paper: colour }, 330, 226), {
    transform: 'translate(0 -129)',
  })
  const back = place(
    shape(face, { fill: dim(colour, 0.24) }) +
      shape(face, {
        fill: kit.linear(
          [
            [0, '#fff2d6', 0.2],
            [1, '#361a14', 0.3],
          ],
          40,
        ),
      }),
    26,
    -36,
    1,
    7,
  )
  const waves = [0, 1, 2]
    .map((i) =>
      shape(
        smooth([
          [-210, -60 + i * 22],
          [-110, -92 + i * 22],
          [0, -54 + i * 22],
          [110, -86 + i * 22],
          [210, -50 + i * 22],
        ]),
        { stroke: lit(colour, 0.35), width: 5, opacity: 0.28 },
      ),
    )
    .join('')
  return (
    groundShadow(kit, 200, { ry: 22, y: 6 }) +
    back +
    place(
      shape(face, { fill: colour }) +
        group(waves, { clip: kit.clip(face) }) +
        print +
        shape(face, {
          fill: kit.linear(
            [
              [0, '#fff2d6', 0.34],
              [0.4, '#fff2d6', 0.02],
              [1, '#361a14', 0.22],
            ],
            35,
          ),
        }) +
        shape(face, { stroke: lit(colour, 0.5), width: 2, opacity: 0.6 }),
      0,
      0,
      1,
      -5,
    )
  )
}
/** Cotton tote or paper bag with handles. */
export const tote = (kit: Kit, colour: string, label: Label): string => {
  const body = smooth(
    [
      [-150, -320],
      [150, -320],
      [164, -120],
      [158, 0],
      [0, 10],
      [-158, 0],
      [-164, -120],
    ] as Point[],
    true,
    0.35,
  )
  const strap = (dx: number, c: string): string =>
    shape(
      smooth([
        [-70 + dx, -310],
        [-66 + dx, -420],
        [0 + dx, -466],
        [66 + dx, -420],
        [70 + dx, -310],
      ]),
      { stroke: c, width: 18 },
    )
  return (
    groundShadow(kit, 150, { ry: 26 }) +
    strap(10, dim(colour, 0.3)) +
    shape(body, { fill: colour }) +
    place(labelPrint(kit, { ...label, paper: colour }, 220, 240), 0, -160) +
    shape(body, {
      fill: kit.linear(
        [
          [0, '#fff2d6', 0.35],
          [0.45, '#fff2d6', 0],
          [1, '#361a14', 0.34],
        ],
        20,
      ),
    }) +
    shape(
      smooth([
        [-120, -300],
        [-132, -180],
        [-118, -60],
      ]),
      { stroke: '#361a14', width: 8, opacity: 0.12, filter: kit.blur(4) },
    ) +
    shape(
      smooth([
        [126, -290],
        [118, -160],
        [134, -40],
      ]),
      { stroke: '#361a14', width: 10, opacity: 0.18, filter: kit.blur(5) },
    ) +
    shape(
      polygon(
        [
          [-150, -300],
          [150, -300],
        ],
        false,
      ),
      { stroke: dim(colour, 0.3), width: 2, opacity: 0.5 },
    ) +
    strap(0, lit(colour, 0.14))
  )
}
