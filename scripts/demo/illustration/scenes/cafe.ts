/** The cafe front, 1125 x 600. */
import { dim, lit, mix, pigment } from '../colour'
import { type Kit, place, shape } from '../kit'
import { line, seal } from '../lettering'
import { motif, printed, settle } from '../motif'
import { drink } from '../objects/drink'
import { ellipse, type Point, polygon, rect, smooth } from '../path'
import { type AirName, airs, orb, ranges, roundTree, sky } from './nature'

/** 1125 x 600. */
export const cafeFront = (kit: Kit, air: AirName = 'day'): string => {
  const a = airs[air]
  const wood = pigment.wood
  const win = (x: number, w: number): string =>
    shape(rect(x, 250, w, 210, 6), {
      fill: kit.linear(
        [
          [0, '#fbe4b0'],
          [1, '#e0a85e'],
        ],
        90,
      ),
    }) +
    shape(rect(x, 250, w, 210, 6), { stroke: dim(wood, 0.3), width: 11 }) +
    [1, 2]
      .map((i) => shape(rect(x + (w / 3) * i - 3, 250, 6, 210), { fill: dim(wood, 0.3) }))
      .join('') +
    shape(rect(x + 14, 370, w - 28, 8), { fill: dim(wood, 0.15) }) +
    Array.from({ length: 5 }, (_, i) =>
      shape(rect(x + 26 + i * ((w - 60) / 5), 338, 22, 32, 4), {
        fill:
          [pigment.pine, pigment.clay, pigment.cream, pigment.lake, pigment.plum][i] ??
          pigment.pine,
      }),
    ).join('') +
    shape(ellipse(x + w / 2, 282, 15, 18), { fill: '#fff6d8' }) +
    shape(ellipse(x + w / 2, 290, 70, 50), {
      fill: kit.radial([
        [0, '#fff6d8', 0.7],
        [1, '#fff6d8', 0],
      ]),
    })
  const awning = Array.from({ length: 13 }, (_, i) => {
    const x = 190 + i * 58
    return shape(
      smooth(
        [
          [x, 214],
          [x + 58, 214],
          [x + 50, 262],
          [x + 25, 276],
          [x - 4, 262],
        ] as Point[],
        true,
        0.35,
      ),
      { fill: i % 2 ? pigment.paper : pigment.pine },
    )
  }).join('')
  const roof = smooth(
    [
      [110, 150],
      [240, 96],
      [330, 40],
      [800, 40],
      [890, 96],
      [1020, 150],
      [565, 160],
    ] as Point[],
    true,
    0.5,
  )
  return (
    sky(kit, 1125, 600, a) +
    orb(kit, 170, 120, 44, a.light) +
    ranges(kit, 1125, 600, a, { n: 3, from: 0.4, to: 0.66 }) +
    roundTree(kit, 80, 500, 90, mix(a.near, pigment.tea, 0.6)) +
    roundTree(kit, 1066, 500, 80, '#dc9aa0') +
    shape(rect(0, 486, 1125, 120), {
      fill: kit.linear(
        [
          [0, '#d9c6a4'],
          [1, '#b99f78'],
        ],
        90,
      ),
    }) +
    Array.from({ length: 18 }, (_, i) =>
      shape(
        polygon(
          [
            [562 + (i - 9) * 64, 486],
            [562 + (i - 9) * 112, 600],
          ],
          false,
        ),
        { stroke: '#8b7458', width: 2, opacity: 0.4 },
      ),
    ).join('') +
    shape(rect(180, 140, 770, 350), {
      fill: kit.linear(
        [
          [0, lit('#efe3cd', 0.2)],
          [1, '#d8c3a0'],
        ],
        20,
      ),
    }) +
    [184, 430, 690, 936]
      .map((x) => shape(rect(x, 140, 16, 350), { fill: dim(wood, 0.2) }))
      .join('') +
    win(212, 208) +
    win(716, 210) +
    shape(rect(470, 250, 196, 240, 4), {
      fill: kit.linear(
        [
          [0, '#8a5a3a'],
          [1, '#5d3b26'],
        ],
        20,
      ),
    }) +
    [482, 574].map((x) => shape(rect(x, 264, 80, 140, 4), { fill: '#f3cf8a' })).join('') +
    shape(ellipse(560, 410, 6), { fill: pigment.honey }) +
    shape(rect(180, 214, 770, 70), { fill: '#361a14', opacity: 0.16 }) +
    awning +
    shape(rect(400, 150, 332, 62, 8), { fill: pigment.roast }) +
    shape(rect(400, 150, 332, 62, 8), { stroke: pigment.honey, width: 3 }) +
    line('云山 茶与咖啡', 566, 194, { size: 34, fill: pigment.cream, space: 3 }) +
    shape(roof, {
      fill: kit.linear(
        [
          [0, '#6d7378'],
          [1, '#3c4247'],
        ],
        80,
      ),
    }) +
    Array.from({ length: 22 }, (_, i) =>
      shape(
        smooth([
          [340 + i * 21.5, 44],
          [140 + i * 40, 148],
        ]),
        { stroke: '#2c3135', width: 3, opacity: 0.5 },
      ),
    ).join('') +
    [452, 684]
      .map(
        (x) =>
          shape(ellipse(x, 330, 70), {
            fill: kit.radial([
              [0, '#ffce73', 0.6],
              [1, '#ffce73', 0],
            ]),
          }) +
          place(
            printed(
              settle(
                motif('lantern', { ink: pigment.roast, accent: pigment.seal, pale: pigment.honey }),
                0,
                0,
                0.7,
              ),
            ),
            x,
            322,
          ),
      )
      .join('') +
    [
      [130, 1],
      [840, 1],
    ]
      .map(([x]) =>
        place(
          shape(ellipse(70, 4, 100, 12), { fill: '#361a14', opacity: 0.3, filter: kit.blur(7) }) +
            shape(rect(10, -84, 120, 9, 4), { fill: wood }) +
            shape(rect(66, -78, 8, 80), { fill: dim(wood, 0.3) }) +
            [-26, 130]
              .map(
                (d) =>
                  shape(rect(d, -52, 44, 8, 3), { fill: lit(wood, 0.2) }) +
                  shape(rect(d + 2, -48, 5, 50), { fill: dim(wood, 0.2) }) +
                  shape(rect(d + 36, -48, 5, 50), { fill: dim(wood, 0.2) }),
              )
              .join('') +
            place(
              drink(kit, {
                vessel: 'mug',
                layers: [['#4b2e21', 1]],
                top: 'crema',
                cup: pigment.lake,
              }),
              70,
              -84,
              0.16,
            ),
          x ?? 0,
          560,
        ),
      )
      .join('') +
    seal(1076, 556, 44)
  )
}
