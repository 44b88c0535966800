/** What drinks come in. One profile each, so liquid, ice and print follow the wall. */
import type { Profile } from '../lathe'

export type VesselName = 'mug' | 'bowl' | 'glass' | 'highball' | 'teaGlass' | 'cold' | 'paper'
export interface Vessel {
  outer: Profile
  clear: boolean
  /** wall thickness */
  wall: number
  /** thickness of the foot */
  foot: number
  tilt: number
  handle?: boolean
  saucer?: boolean
}

export const vessels: Record<VesselName, Vessel> = {
  mug: {
    outer: [
      [0, 74, 1],
      [6, 84],
      [30, 108],
      [90, 122],
      [205, 126, 1],
    ],
    clear: false,
    wall: 9,
    foot: 12,
    tilt: 0.29,
    handle: true,
  },
  bowl: {
    outer: [
      [0, 56, 1],
      [14, 60, 1],
      [40, 104],
      [84, 134],
      [146, 152, 1],
    ],
    clear: false,
    wall: 9,
    foot: 16,
    tilt: 0.31,
    handle: true,
    saucer: true,
  },
  glass: {
    outer: [
      [0, 94, 1],
      [6, 97],
      [275, 112, 1],
    ],
    clear: true,
    wall: 7,
    foot: 20,
    tilt: 0.21,
  },
  highball: {
    outer: [
      [0, 84, 1],
      [6, 87],
      [330, 98, 1],
    ],
    clear: true,
    wall: 6,
    foot: 18,
    tilt: 0.21,
  },
  teaGlass: {
    outer: [
      [0, 70, 1],
      [10, 84],
      [60, 112],
      [120, 120],
      [190, 112],
      [214, 110, 1],
    ],
    clear: true,
    wall: 6,
    foot: 10,
    tilt: 0.25,
    handle: true,
  },
  cold: {
    outer: [
      [0, 82, 1],
      [6, 85],
      [318, 120, 1],
    ],
    clear: true,
    wall: 4,
    foot: 10,
    tilt: 0.21,
  },
  paper: {
    outer: [
      [0, 82, 1],
      [4, 84],
      [300, 116, 1],
    ],
    clear: false,
    wall: 3,
    foot: 8,
    tilt: 0.21,
  },
}
