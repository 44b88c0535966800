/** Things that lie beside a product or float in a drink. Each is about 100 units wide, centred on the origin. */
import { dim, lit, pigment } from '../colour'
import { type Kit, place, shape } from '../kit'
import {
  berry,
  blueberry,
  grapefruit,
  lemon,
  lime,
  mangoCubes,
  orange,
  peachHalf,
  strawberry,
  waxberry,
} from './fruit'
import { bambooShoot } from './bamboo-shoot'
import { ball, cube, leaf, leafPath, pile, softShadow } from './garnish-parts'
import { ellipse, move, type Point, polygon, smooth } from '../path'

/** Two leaves and a bud. */
const teaSprig = (kit: Kit, colour: string = pigment.tea): string =>
  softShadow(kit, 44, 10, 6, 10) +
  leaf(kit, 78, 16, -58, dim(colour, 0.1)) +
  leaf(kit, 74, 15, 48, colour) +
  leaf(kit, 62, 9, -6, lit(colour, 0.2))
export const mint = (kit: Kit): string =>
  [
    [-70, 46],
    [66, 46],
    [-34, 54],
    [28, 54],
    [-4, 44],
  ]
    .map(([d, l]) => leaf(kit, l ?? 40, 15, d ?? 0, '#5f9a5a'))
    .join('')
const coffeeBean = (
  kit: Kit,
  x: number,
  y: number,
  deg: number,
  size = 17,
  colour: string = pigment.roast,
): string =>
  place(
    softShadow(kit, size, size * 0.5, 4, 6) +
      ball(kit, ellipse(0, 0, size, size * 0.68), lit(colour, 0.08), 0.3) +
      shape(
        smooth([
          [-size, 0],
          [-size * 0.3, size * 0.18],
          [size * 0.3, -size * 0.18],
          [size, 0],
        ]),
        { stroke: dim(colour, 0.5), width: 2.6 },
      ),
    x,
    y,
    1,
    deg,
  )
const beans = (kit: Kit, n = 9, rx = 80): string =>
  pile(kit, n, rx, rx * 0.34, (x, y) => coffeeBean(kit, x, y, kit.random.between(-70, 70)))
const looseTea = (kit: Kit, colour: string, n = 46, rx = 78): string =>
  softShadow(kit, rx, rx * 0.3, 6, 4) +
  pile(kit, n, rx, rx * 0.3, (x, y) => {
    const l = kit.random.between(9, 19)
    const c = kit.random.pick([colour, dim(colour, 0.3), lit(colour, 0.22), dim(colour, 0.15)])
    return shape(
      smooth([
        [x - l, y + kit.random.between(-5, 5)],
        [x, y - kit.random.between(2, 9)],
        [x + l, y + kit.random.between(-5, 5)],
      ]),
      { stroke: c, width: kit.random.between(3.5, 6) },
    )
  })
export const petals = (kit: Kit, colour: string, n = 9, rx = 70): string =>
  pile(kit, n, rx, rx * 0.34, (x, y) =>
    place(
      softShadow(kit, 12, 5, 3, 4) +
        shape(move(leafPath(28, 17), 0, 12), {
          fill: kit.linear(
            [
              [0, lit(colour, 0.4)],
              [1, dim(colour, 0.08)],
            ],
            70,
          ),
        }),
      x,
      y,
      kit.random.between(0.7, 1.1),
      kit.random.between(-160, 160),
    ),
  )
export const osmanthus = (kit: Kit, n = 16, rx = 60, ry = 20): string =>
  pile(kit, n, rx, ry, (x, y) =>
    [0, 90, 180, 270]
      .map((d) =>
        shape(move(leafPath(9, 5), x, y, 1, (d * Math.PI) / 180 + x), {
          fill: kit.random.pick(['#e9a832', '#f0bd4e', '#d98f24']),
        }),
      )
      .join(''),
  )
export const almond = (kit: Kit, deg = 20): string =>
  place(
    softShadow(kit, 22, 9, 4, 8) +
      ball(
        kit,
        [['M', -26, 0], ['C', -16, -19, 14, -17, 28, 0], ['C', 14, 17, -16, 19, -26, 0], ['Z']],
        '#b0713c',
        0.2,
      ) +
      [-6, 0, 6]
        .map((y) =>
          shape(
            smooth([
              [-18, y * 0.6],
              [0, y],
              [20, y * 0.4],
            ]),
            { stroke: '#8a522a', width: 1.4, opacity: 0.6 },
          ),
        )
        .join(''),
    0,
    0,
    1,
    deg,
  )
export const walnut = (kit: Kit): string =>
  softShadow(kit, 32, 12, 8, 22) +
  ball(kit, ellipse(0, 0, 34, 30), '#c0915a', 0.2) +
  [-18, -7, 7, 18]
    .map((x) =>
      shape(
        smooth([
          [x * 0.5, -25],
          [x * 1.15, -8],
          [x * 0.7, 4],
          [x * 1.2, 14],
          [x * 0.5, 25],
        ]),
        { stroke: '#8e6336', width: 3 },
      ),
    )
    .join('')
const chestnut = (kit: Kit): string =>
  softShadow(kit, 34, 11, 8, 24) +
  ball(
    kit,
    [
      ['M', 0, -38],
      ['C', 14, -24, 40, -18, 36, 10],
      ['C', 34, 32, -34, 32, -36, 10],
      ['C', -40, -18, -14, -24, 0, -38],
      ['Z'],
    ],
    '#7d4526',
    0.5,
  ) +
  shape(
    smooth(
      [
        [-32, 16],
        [0, 24],
        [32, 16],
        [20, 28],
        [0, 31],
        [-20, 28],
      ],
      true,
    ),
    { fill: '#c39a6b' },
  )
const jujube = (kit: Kit): string =>
  softShadow(kit, 28, 10, 8, 16) +
  ball(kit, ellipse(0, 0, 30, 21), '#8f2f27', 0.4) +
  shape(
    smooth([
      [-14, -8],
      [-4, 0],
      [-10, 9],
    ]),
    { stroke: '#6a1d1c', width: 2 },
  )
const persimmon = (kit: Kit): string =>
  softShadow(kit, 42, 12, 10, 28) +
  ball(kit, ellipse(0, 0, 44, 36), '#dd7430', 0.4) +
  [-80, -20, 30, 90].map((d) => place(leaf(kit, 24, 9, d, '#7d8348'), 0, -30)).join('')
const mushroom = (kit: Kit, colour = '#9a6a44'): string =>
  softShadow(kit, 34, 10, 8, 32) +
  shape(
    smooth(
      [
        [-12, 0],
        [-10, 20],
        [-14, 36],
        [14, 36],
        [10, 20],
        [12, 0],
      ],
      true,
    ),
    {
      fill: kit.linear([
        [0, '#f7e9d2'],
        [1, '#c9ad88'],
      ]),
    },
  ) +
  ball(
    kit,
    [['M', -44, 4], ['C', -42, -46, 42, -46, 44, 4], ['C', 24, 14, -24, 14, -44, 4], ['Z']],
    colour,
    0.3,
  )
const cinnamon = (kit: Kit): string =>
  place(
    softShadow(kit, 50, 8, 6, 8) +
      [0, 12]
        .map((y) =>
          shape(
            polygon([
              [-52, y - 6],
              [52, y - 6],
              [52, y + 6],
              [-52, y + 6],
            ]),
            {
              fill: kit.linear(
                [
                  [0, '#b87444'],
                  [1, '#6f3a20'],
                ],
                90,
              ),
            },
          ),
        )
        .join(''),
    0,
    0,
    1,
    -14,
  )
export const garnishes = {
  teaSprig: (kit: Kit) => teaSprig(kit),
  greenTea: (kit: Kit) => looseTea(kit, '#6f8a4c'),
  blackTea: (kit: Kit) => looseTea(kit, '#5a3423'),
  oolong: (kit: Kit) => looseTea(kit, '#5b6140'),
  whiteTea: (kit: Kit) => looseTea(kit, '#a6a680'),
  puer: (kit: Kit) => looseTea(kit, '#3f2a1f'),
  beans: (kit: Kit) => beans(kit),
  rose: (kit: Kit) => petals(kit, '#cc6f7a'),
  jasmine: (kit: Kit) => petals(kit, '#f7f0dd'),
  osmanthus: (kit: Kit) => osmanthus(kit, 26, 76, 24),
  lemon: (kit: Kit) => lemon(kit, 46),
  orange: (kit: Kit) => orange(kit, 48),
  grapefruit: (kit: Kit) => grapefruit(kit, 50),
  lime: (kit: Kit) => lime(kit, 40),
  strawberry,
  blueberry: (kit: Kit) =>
    place(blueberry(kit), -20, 6) + place(blueberry(kit), 20, 10) + place(blueberry(kit), 2, -12),
  waxberry,
  peach: peachHalf,
  mango: mangoCubes,
  mint,
  almonds: (kit: Kit) =>
    place(almond(kit, 24), -28, 0) +
    place(almond(kit, -20), 24, 10) +
    place(almond(kit, 60), 4, -14),
  walnut,
  chestnut,
  jujube: (kit: Kit) => place(jujube(kit), -26, 4) + place(jujube(kit), 24, 12),
  persimmon,
  mushroom: (kit: Kit) => mushroom(kit),
  cinnamon,
  bambooShoot,
  grape: (kit: Kit) =>
    (
      [
        [-18, -12],
        [14, -14],
        [-32, 8],
        [0, 8],
        [30, 8],
        [-14, 26],
        [16, 28],
      ] as Point[]
    )
      .map(([x, y]) => place(berry(kit, '#6f4a78', 19), x, y))
      .join(''),
  lychee: (kit: Kit) =>
    place(berry(kit, '#c9605a', 30), -18, 0) + place(berry(kit, '#f3e6dc', 27), 26, 10),
  sugar: (kit: Kit) => cube(kit, -16, 6, 30, '#f5e9d4') + cube(kit, 20, 12, 30, '#e9d6b6'),
} as const satisfies Record<string, (kit: Kit) => string>
export type Garnish = keyof typeof garnishes
