import { stillLife } from './illustration/composition'
import { createKit, group, svg, type Kit } from './illustration/kit'
import { gouache } from './illustration/light'
import { hash } from './illustration/random'
import { cafeFront } from './illustration/scenes/cafe'
import { hillTown, teaTerraces } from './illustration/scenes/countryside'
import type { Drawing } from './drawing'
import { clayPot, cups, gaiwan } from './art/table-ware'

const SIDE = 750

const scene = (
  seed: string,
  draw: (kit: Kit) => string,
  view?: [number, number, number, number],
) => {
  const kit = createKit(seed)
  const painted = group(draw(kit), { filter: gouache(kit, hash(seed), 0.5) })
  return svg(kit, SIDE, SIDE, painted, view ?? [0, 0, SIDE, SIDE])
}

const teaTable = (): string =>
  stillLife('tea-table', 'ware', [
    { what: clayPot, x: 252, y: 556, scale: 1.08 },
    { what: gaiwan, x: 566, y: 556, scale: 1.1 },
    { what: cups, x: 385, y: 668, scale: 1.16 },
    { what: 'teaSprig', x: 655, y: 652, scale: 1.2 },
    { what: 'greenTea', x: 130, y: 676, scale: 1.05 },
  ])

/** Pictures of places that several products share. */
export const placeDrawings = (): Drawing[] =>
  (
    [
      ['place-terraces', () => scene('terraces', teaTerraces)],
      ['place-village', () => scene('village', hillTown)],
      ['place-cafe', () => scene('cafe', (kit) => cafeFront(kit), [250, 0, 600, 600])],
      ['place-tea-table', teaTable],
    ] as const
  ).map(([name, drawn]) => ({
    file: `${name}.webp`,
    draw: () => ({ svg: drawn(), width: SIDE, height: SIDE, quality: 0.72 }),
  }))
