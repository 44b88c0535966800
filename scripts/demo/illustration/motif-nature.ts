/** Motifs from nature. */
import {
  arcPts,
  type Draw,
  type Flat,
  hill,
  leafAt,
  type Motif,
  petal,
  starAt,
} from './motif-parts'
import { ellipse, move, polygon, rect, smooth } from './path'

export const natureMotifs = {
  mountain: ({ ink, accent, pale }) => [
    { path: ellipse(16, -18, 15), fill: accent },
    {
      path: hill([
        [-46, 20],
        [-26, -6],
        [-8, -26],
        [8, -2],
        [20, -10],
        [46, 22],
      ]),
      fill: pale,
    },
    {
      path: hill([
        [-46, 24],
        [-20, 12],
        [-2, 22],
        [20, -2],
        [34, 14],
        [46, 22],
      ]),
      fill: ink,
    },
  ],
  cloud: ({ ink, pale }) => [
    {
      path: [
        ...smooth(
          [
            [-40, 14],
            [-42, 0],
            [-28, -6],
            [-22, -22],
            [0, -26],
            [16, -14],
            [32, -12],
            [42, 4],
            [36, 14],
          ],
          false,
        ),
        ['Z'],
      ],
      fill: pale,
    },
    {
      path: smooth([...arcPts(-16, -2, 9, 200, -90, 9), ...arcPts(-14, 0, 18, -110, 10, 6)]),
      stroke: ink,
      width: 4,
    },
    {
      path: smooth([
        [-44, 14],
        [-10, 15],
        [44, 14],
      ]),
      stroke: ink,
      width: 4,
    },
    { path: smooth(arcPts(20, 2, 11, 170, -70, 8)), stroke: ink, width: 4 },
  ],
  leaf: ({ ink, accent }) => [
    { path: leafAt(0, 34, 62, 15, -44), fill: ink },
    { path: leafAt(0, 34, 62, 15, 44), fill: ink },
    { path: leafAt(0, 30, 66, 9, 0), fill: accent },
    {
      path: polygon(
        [
          [0, 44],
          [0, 0],
        ],
        false,
      ),
      stroke: ink,
      width: 3.5,
    },
  ],
  flower: ({ ink, accent, pale }) => [
    ...[0, 72, 144, 216, 288].map((d): Flat => ({
      path: petal(36, 20, (d * Math.PI) / 180),
      fill: pale,
    })),
    ...[0, 72, 144, 216, 288].map((d): Flat => ({
      path: move(
        polygon(
          [
            [0, -6],
            [0, -20],
          ],
          false,
        ),
        0,
        0,
        1,
        (d * Math.PI) / 180,
      ),
      stroke: ink,
      width: 2.5,
    })),
    { path: ellipse(0, 0, 8), fill: accent },
  ],
  citrus: ({ ink, accent, pale }) => [
    { path: ellipse(0, 0, 36), fill: accent },
    { path: ellipse(0, 0, 30), fill: pale },
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((i): Flat => ({
      path: move(
        [['M', 0, -4], ['C', -12, -20, -9, -27, 0, -27], ['C', 9, -27, 12, -20, 0, -4], ['Z']],
        0,
        0,
        1,
        (i * Math.PI) / 4,
      ),
      fill: accent,
    })),
    { path: leafAt(26, -26, 26, 8, 60), fill: ink },
  ],
  wave: ({ ink, accent, pale }) => [
    { path: ellipse(18, -20, 13), fill: accent },
    ...[0, 1, 2].map((i): Flat => ({
      path: smooth([
        [-44, i * 13],
        [-30, i * 13 - 9],
        [-14, i * 13],
        [2, i * 13 - 9],
        [18, i * 13],
        [32, i * 13 - 9],
        [44, i * 13],
      ]),
      stroke: i === 1 ? pale : ink,
      width: 5,
    })),
  ],
  bamboo: ({ ink, accent }) => [
    ...[0, 1, 2].map((i): Flat => ({ path: rect(-12, -42 + i * 29, 9, 26, 3), fill: ink })),
    { path: leafAt(-2, -14, 44, 7, 62), fill: accent },
    { path: leafAt(-2, -14, 40, 7, 100), fill: accent },
    { path: leafAt(-2, 14, 40, 7, 70), fill: accent },
    { path: leafAt(-12, 14, 34, 6, -100), fill: accent },
  ],
  moon: ({ accent, pale, ink }) => [
    { path: ellipse(0, -4, 34), fill: accent },
    { path: ellipse(-10, -12, 6), fill: pale, opacity: 0.6 },
    { path: ellipse(10, 4, 9), fill: pale, opacity: 0.5 },
    {
      path: smooth([
        [-44, 22],
        [-18, 16],
        [4, 24],
        [24, 17],
        [44, 22],
      ]),
      stroke: ink,
      width: 5,
    },
  ],
  sun: ({ accent, ink }) => [
    { path: ellipse(0, 0, 20), fill: accent },
    ...Array.from({ length: 12 }, (_, i): Flat => ({
      path: move(
        polygon(
          [
            [0, -27],
            [0, -40],
          ],
          false,
        ),
        0,
        0,
        1,
        (i * Math.PI) / 6,
      ),
      stroke: i % 2 ? ink : accent,
      width: 4,
    })),
  ],
  steam: ({ ink }) =>
    [-18, 0, 18].map((x, i): Flat => ({
      path: smooth([
        [x, 32],
        [x - 8, 16],
        [x + 8, -2],
        [x - 6, -20],
        [x + 2, -34 + (i === 1 ? -8 : 0)],
      ]),
      stroke: ink,
      width: 5.5,
    })),
  star: ({ accent, ink }) => [
    { path: starAt(-6, 2, 32), fill: accent },
    { path: starAt(30, -26, 10, 4, 0.3), fill: ink },
    { path: starAt(30, 24, 7, 4, 0.3), fill: ink },
  ],
} satisfies Partial<Record<Motif, Draw>>
