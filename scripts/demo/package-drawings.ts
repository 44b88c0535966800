/** Pictures inside the mini program's package: the first screen shows them before any data. */
import { createKit, svg, type Kit } from './illustration/kit'
import { heroScene } from './illustration/scenes/far-ridge'
import type { Drawing } from './drawing'

const scene = (seed: string, width: number, height: number, draw: (kit: Kit) => string): string => {
  const kit = createKit(seed)
  return svg(kit, width, height, draw(kit))
}

const heroes = (): Drawing[] =>
  (['day', 'night'] as const).map((name) => ({
    file: `hero-${name}.webp`,
    job: {
      svg: scene('far ridge', 750, 728, (kit) => heroScene(kit, name)),
      width: 750,
      height: 728,
      quality: 0.8,
    },
  }))

export const packageDrawings = (): Drawing[] => [...heroes()]
