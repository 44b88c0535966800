/** The colours of the ridges by day and by night. */
export interface RidgeAir {
  sky: readonly [top: string, middle: string, low: string]
  /** from far to near */
  ridges: readonly string[]
  /** what gathers at the foot of each ridge */
  mist: string
  orb: string
  field: string
  fieldShade: string
  rows: string
  /** what the light makes of leaves */
  glint: string
  tree: string
  wall: string
  roof: string
  pane: string
}

export const ridgeAirs = {
  day: {
    sky: ['#f2c6ac', '#f8e1cc', '#f6ece0'],
    ridges: ['#c3d3d0', '#9dbcbb', '#6f9d9d', '#3f7877'],
    mist: '#f4efe6',
    orb: '#e7865c',
    field: '#2a625c',
    fieldShade: '#1b4b4c',
    rows: '#4f8a74',
    glint: '#d5d79a',
    tree: '#174344',
    wall: '#f7efe1',
    roof: '#29494b',
    pane: '#c9894f',
  },
  night: {
    sky: ['#101f2b', '#1d3440', '#35525a'],
    ridges: ['#3a5962', '#2d4b54', '#213d45', '#183138'],
    mist: '#5b7f86',
    orb: '#f3e6c2',
    field: '#12292d',
    fieldShade: '#0c1f23',
    rows: '#2a534f',
    glint: '#7fa79a',
    tree: '#0b1d21',
    wall: '#8d8a7c',
    roof: '#0d2024',
    pane: '#f7c873',
  },
} as const satisfies Record<string, RidgeAir>
export type RidgeAirName = keyof typeof ridgeAirs
