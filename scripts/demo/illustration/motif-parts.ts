/** Types and outlines that motifs are made of. */
import { join, move, type Path, type Point, polygon, smooth } from './path'

/** A flat printed area or line. */
export interface Flat {
  path: Path
  fill?: string
  stroke?: string
  width?: number
  opacity?: number
}
export type Motif =
  | 'mountain'
  | 'cloud'
  | 'leaf'
  | 'bean'
  | 'flower'
  | 'citrus'
  | 'wave'
  | 'bamboo'
  | 'moon'
  | 'sun'
  | 'cat'
  | 'rabbit'
  | 'heart'
  | 'bird'
  | 'steam'
  | 'star'
  | 'peach'
  | 'walnut'
  | 'bee'
  | 'mushroom'
  | 'film'
  | 'lantern'
export interface MotifInk {
  ink: string
  accent: string
  pale: string
}
export const arcPts = (cx: number, cy: number, r: number, a0: number, a1: number, n = 8): Point[] =>
  Array.from({ length: n + 1 }, (_, i) => {
    const a = ((a0 + ((a1 - a0) * i) / n) * Math.PI) / 180
    return [cx + r * Math.cos(a), cy + r * Math.sin(a)] as const
  })
export const petal = (len: number, w: number, turn: number): Path =>
  move(
    [
      ['M', 0, 0],
      ['C', -w, -len * 0.45, -w * 0.7, -len, 0, -len],
      ['C', w * 0.7, -len, w, -len * 0.45, 0, 0],
      ['Z'],
    ],
    0,
    0,
    1,
    turn,
  )
export const leafAt = (x: number, y: number, len: number, w: number, deg: number): Path =>
  move(petal(len, w, 0), x, y, 1, (deg * Math.PI) / 180)
export const hill = (pts: readonly Point[]): Path => [
  ...join(
    smooth(pts, false, 0.85),
    polygon(
      [
        [46, 34],
        [-46, 34],
      ],
      false,
    ),
  ),
  ['Z'],
]
export const starAt = (x: number, y: number, r: number, n = 5, inner = 0.42): Path =>
  polygon(
    Array.from({ length: n * 2 }, (_, i) => {
      const a = (i * Math.PI) / n - Math.PI / 2
      const q = i % 2 ? r * inner : r
      return [x + q * Math.cos(a), y + q * Math.sin(a)] as const
    }),
  )
export type Draw = (c: MotifInk) => Flat[]
