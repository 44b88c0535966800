/** Motifs of animals and things. */
import { type Draw, type Flat, leafAt, type Motif } from './motif-parts'
import { ellipse, move, polygon, rect, smooth } from './path'

export const thingMotifs = {
  bean: ({ ink, accent }) => [
    { path: move(ellipse(0, 0, 26, 36), -4, 0, 1, 0.5), fill: ink },
    {
      path: move(
        smooth([
          [-4, -34],
          [7, -12],
          [-7, 12],
          [4, 34],
        ]),
        -4,
        0,
        1,
        0.5,
      ),
      stroke: accent,
      width: 4.5,
    },
  ],
  cat: ({ ink, accent, pale }) => [
    {
      path: polygon([
        [-28, -10],
        [-26, -38],
        [-8, -22],
      ]),
      fill: ink,
    },
    {
      path: polygon([
        [28, -10],
        [26, -38],
        [8, -22],
      ]),
      fill: ink,
    },
    { path: ellipse(0, 2, 33, 28), fill: ink },
    { path: ellipse(-13, -2, 5, 6), fill: pale },
    { path: ellipse(13, -2, 5, 6), fill: pale },
    {
      path: polygon([
        [-4, 8],
        [4, 8],
        [0, 13],
      ]),
      fill: accent,
    },
    {
      path: smooth([
        [-8, 17],
        [-4, 19],
        [0, 14],
        [4, 19],
        [8, 17],
      ]),
      stroke: pale,
      width: 2.5,
    },
    ...[-1, 1].flatMap((s): Flat[] =>
      [4, 11].map((y): Flat => ({
        path: polygon(
          [
            [s * 20, y],
            [s * 40, y + (y - 7) * 0.8],
          ],
          false,
        ),
        stroke: pale,
        width: 2,
      })),
    ),
  ],
  rabbit: ({ ink, accent, pale }) => [
    { path: ellipse(4, 0, 40), fill: accent },
    { path: leafAt(-8, -4, 40, 8, -14), fill: pale },
    { path: leafAt(4, -4, 40, 8, 10), fill: pale },
    { path: ellipse(-3, 6, 19, 16), fill: pale },
    { path: ellipse(8, 26, 24, 15), fill: pale },
    { path: ellipse(30, 26, 7), fill: pale },
    { path: ellipse(-10, 4, 3), fill: ink },
    { path: ellipse(2, 4, 3), fill: ink },
  ],
  heart: ({ accent }) => [
    {
      path: [['M', 0, 34], ['C', -60, -6, -34, -46, 0, -18], ['C', 34, -46, 60, -6, 0, 34], ['Z']],
      fill: accent,
    },
  ],
  bird: ({ ink, accent, pale }) => [
    {
      path: [
        ['M', -34, -6],
        ['C', -20, -30, 6, -26, 14, -4],
        ['C', 22, 4, 34, 4, 42, 0],
        ['C', 34, 20, 10, 28, -8, 20],
        ['C', -26, 14, -26, 2, -34, -6],
        ['Z'],
      ],
      fill: ink,
    },
    {
      path: [['M', -6, -4], ['C', 10, -8, 22, 4, 24, 14], ['C', 8, 18, -6, 12, -6, -4], ['Z']],
      fill: pale,
    },
    { path: ellipse(-18, -8, 3), fill: pale },
    {
      path: polygon([
        [-32, -8],
        [-46, -4],
        [-30, 0],
      ]),
      fill: accent,
    },
  ],
  peach: ({ accent, ink, pale }) => [
    {
      path: [
        ['M', 0, -22],
        ['C', -40, -36, -48, 18, -2, 36],
        ['C', 46, 20, 42, -36, 0, -22],
        ['Z'],
      ],
      fill: accent,
    },
    {
      path: smooth([
        [0, -22],
        [-10, 2],
        [-2, 34],
      ]),
      stroke: pale,
      width: 3,
    },
    { path: leafAt(0, -20, 30, 9, 55), fill: ink },
    { path: leafAt(0, -20, 26, 8, -50), fill: ink },
  ],
  walnut: ({ accent, ink }) => [
    { path: ellipse(0, 0, 34, 32), fill: accent },
    ...[-20, -8, 8, 20].map((x): Flat => ({
      path: smooth([
        [x * 0.5, -26],
        [x, -10],
        [x * 0.7, 2],
        [x * 1.1, 12],
        [x * 0.5, 26],
      ]),
      stroke: ink,
      width: 3.5,
    })),
    {
      path: polygon(
        [
          [0, -32],
          [0, 32],
        ],
        false,
      ),
      stroke: ink,
      width: 4,
    },
  ],
  bee: ({ accent, ink, pale }) => [
    { path: leafAt(-4, -4, 36, 14, -30), fill: pale, opacity: 0.9 },
    { path: leafAt(4, -4, 36, 14, 24), fill: pale, opacity: 0.9 },
    { path: ellipse(0, 8, 30, 20), fill: accent },
    ...[-12, 2, 16].map((x): Flat => ({
      path: smooth([
        [x, -10],
        [x + 3, 8],
        [x, 26],
      ]),
      stroke: ink,
      width: 6,
    })),
    { path: ellipse(-26, 4, 9, 10), fill: ink },
  ],
  mushroom: ({ accent, ink, pale }) => [
    {
      path: [
        ['M', -11, 0],
        ['C', -8, 20, -16, 36, -12, 38],
        ['L', 12, 38],
        ['C', 16, 36, 8, 20, 11, 0],
        ['Z'],
      ],
      fill: pale,
    },
    {
      path: [['M', -40, 6], ['C', -38, -42, 38, -42, 40, 6], ['C', 20, 12, -20, 12, -40, 6], ['Z']],
      fill: accent,
    },
    {
      path: smooth([
        [-22, -14],
        [-6, -24],
        [10, -22],
      ]),
      stroke: ink,
      width: 4,
      opacity: 0.7,
    },
  ],
  film: ({ ink, pale, accent }) => [
    { path: rect(-38, -26, 76, 52, 6), fill: ink },
    ...[-29, -11, 7, 25].flatMap((x): Flat[] =>
      [-22, 14].map((y): Flat => ({ path: rect(x, y, 8, 8, 2), fill: pale })),
    ),
    {
      path: polygon([
        [-8, -10],
        [14, 1],
        [-8, 11],
      ]),
      fill: accent,
    },
  ],
  lantern: ({ ink, accent, pale }) => [
    {
      path: polygon(
        [
          [0, -44],
          [0, -28],
        ],
        false,
      ),
      stroke: ink,
      width: 3,
    },
    { path: rect(-12, -32, 24, 7, 2), fill: ink },
    { path: ellipse(0, 0, 32, 26), fill: accent },
    ...[-14, 0, 14].map((x): Flat => ({
      path: smooth([
        [x * 0.6, -25],
        [x * 1.2, 0],
        [x * 0.6, 25],
      ]),
      stroke: pale,
      width: 2.5,
      opacity: 0.8,
    })),
    { path: rect(-12, 24, 24, 7, 2), fill: ink },
    {
      path: polygon(
        [
          [0, 31],
          [0, 46],
        ],
        false,
      ),
      stroke: accent,
      width: 5,
    },
  ],
} satisfies Partial<Record<Motif, Draw>>
