/** Pictures inside the mini program's package: pages show them before any data has come. */
import { cutOut, type Placed } from './illustration/composition'
import { pigment } from './illustration/colour'
import type { Drawing } from './drawing'
import { createKit, svg, type Kit } from './illustration/kit'
import { column, line } from './illustration/lettering'
import { profileRidges } from './illustration/scenes/far-ridge'
import { heroScene } from './illustration/scenes/hero'
import type { RidgeAirName } from './illustration/scenes/ridge-air'
import { brokenWire, emptyBasket } from './illustration/scenes/quiet-signs'
import { latte, snowPot } from './art/table-ware'
import { coffeeArt } from './art/coffee-art'
import { giftArt } from './art/gift-art'
import { snackArt } from './art/snack-art'
import { teaArt } from './art/tea-art'
import { wareArt } from './art/ware-art'
import type { ProductArt, ShelfArt } from './art/product-art'

const airs: readonly RidgeAirName[] = ['day', 'night']
const ink: Record<RidgeAirName, string> = { day: '#1f3d3e', night: '#f3ead6' }

interface Sheet {
  /** of the drawing */
  size: readonly [width: number, height: number]
  /** pixels for one unit of the drawing */
  scale?: number
  quality: number
  opacityStep?: number
}

const drawing = (file: string, sheet: Sheet, draw: (kit: Kit) => string): Drawing => ({
  file,
  draw: () => {
    const { scale = 1, quality, opacityStep } = sheet
    const [width, height] = sheet.size
    const kit = createKit(file.split('-')[0] ?? file)
    return {
      svg: svg(kit, width, height, draw(kit)),
      width: Math.round(width * scale),
      height: Math.round(height * scale),
      quality,
      ...(opacityStep ? { opacityStep } : {}),
    }
  },
})

const scenes = (): Drawing[] =>
  airs.flatMap((air) => [
    drawing(`hero-${air}.webp`, { size: [750, 728], quality: 0.8 }, (kit) => heroScene(kit, air)),
    drawing(`ridges-${air}.webp`, { size: [750, 452], quality: 0.8 }, (kit) =>
      profileRidges(kit, air),
    ),
  ])

const letters: Sheet = { size: [100, 168], scale: 3, quality: 0.7, opacityStep: 17 }
const sign: Sheet = { size: [480, 320], quality: 0.76, opacityStep: 5 }

/** The season's headline: columns from the right in Chinese, lines to the right in English. */
const letterings = (): Drawing[] =>
  airs.flatMap((air) => {
    const face = { fill: ink[air] } as const
    return [
      drawing(`lettering-zh-${air}.webp`, letters, () =>
        [
          column('明前茶', 76, 0, { ...face, size: 46, step: 1.08 }),
          column('下山了', 24, 20, { ...face, size: 46, step: 1.08 }),
        ].join(''),
      ),
      drawing(`lettering-en-${air}.webp`, letters, () =>
        ['First', 'flush is', 'down', 'the hill']
          .map((words, row) =>
            line(words, 99, 26 + row * 29, { ...face, size: 22.5, anchor: 'end' }),
          )
          .join(''),
      ),
    ]
  })

const signs = (): Drawing[] => [
  drawing('empty-cart.webp', sign, emptyBasket),
  drawing('error-net.webp', sign, brokenWire),
]

const thingOf = (shelf: ShelfArt, id: string): ProductArt['thing'] => {
  const art = shelf[id]
  if (!art) throw new Error(`${id} has no drawing`)
  return art.thing
}

const doors = (): Drawing[] => {
  const door = (name: string, width: number, height: number, things: Placed[]): Drawing => ({
    file: `door-${name}.webp`,
    draw: () => ({
      svg: cutOut(`door-${name}`, things),
      width,
      height,
      quality: 0.74,
      fill: 0.95,
    }),
  })
  return [
    door('tea', 396, 252, [
      { what: thingOf(teaArt, 'tea-halfway-maofeng'), x: 300, y: 560, scale: 0.92 },
      { what: thingOf(teaArt, 'tea-cloud-tip'), x: 500, y: 590, scale: 0.98 },
      { what: thingOf(wareArt, 'ware-hills-gaiwan'), x: 148, y: 600, scale: 0.86 },
      { what: 'teaSprig', x: 336, y: 628, scale: 0.9 },
    ]),
    door('snacks', 192, 192, [
      { what: thingOf(snackArt, 'snack-qingtuan'), x: 375, y: 590, scale: 1.2 },
    ]),
    door('ware', 192, 192, [{ what: snowPot, x: 375, y: 590, scale: 1.3 }]),
    door('coffee', 192, 192, [
      { what: thingOf(coffeeArt, 'coffee-house-blend'), x: 300, y: 560, scale: 1.05 },
      { what: latte(pigment.cream), x: 510, y: 604, scale: 0.94 },
    ]),
    door('gifts', 192, 192, [
      { what: thingOf(giftArt, 'gift-red-box'), x: 375, y: 590, scale: 1.2 },
    ]),
  ]
}

export const packageDrawings = (): Drawing[] => [
  ...scenes(),
  ...letterings(),
  ...signs(),
  ...doors(),
]
