/** The ridge as points: x along it from 0 to 1, y from its top 0 to its foot 1. */
const ridge = [
  [0, 1],
  [0.09, 0.89],
  [0.18, 0.575],
  [0.24, 0.41],
  [0.312, 0.614],
  [0.4, 0.787],
  [0.48, 0.48],
  [0.552, 0.11],
  [0.595, 0],
  [0.663, 0.268],
  [0.74, 0.614],
  [0.82, 0.465],
  [0.87, 0.417],
  [0.932, 0.67],
  [1, 0.843],
] as const

/** Where the four stops are, as indexes into the ridge. */
const stops = [0, 3, 8, 14] as const

/** Size of the drawing in design pixels. */
export const ridgeSize = { width: 311, height: 60 }

export interface Segment {
  left: number
  top: number
  length: number
  degrees: number
  isPassed: boolean
}

export interface Stop {
  left: number
  top: number
  state: 'passed' | 'now' | 'ahead'
  label: string
}

const at = (index: number) => {
  const [x, y] = ridge[index] ?? ridge[0]
  return { left: round(x * ridgeSize.width), top: round(y * ridgeSize.height) }
}

/** The line in straight pieces; those before stop `now` (1 to 4) are passed. */
export function ridgeSegments(now: number): Segment[] {
  const reached = stops[now - 1] ?? 0
  return ridge.slice(1).map((_, index) => {
    const from = at(index)
    const to = at(index + 1)
    const across = to.left - from.left
    const down = to.top - from.top
    return {
      ...from,
      length: round(Math.hypot(across, down)),
      degrees: round((Math.atan2(down, across) * 180) / Math.PI),
      isPassed: index < reached,
    }
  })
}

export const ridgeStops = (now: number, labels: readonly string[]): Stop[] =>
  stops.map((index, order) => ({
    ...at(index),
    state: order + 1 < now ? 'passed' : order + 1 === now ? 'now' : 'ahead',
    label: labels[order] ?? '',
  }))

function round(value: number): number {
  return Math.round(value * 100) / 100
}
