/** Small deterministic random source: the same seed always draws the same picture. */
export interface Random {
  /** uniform in [0, 1) */
  next(): number
  /** uniform in [a, b) */
  between(a: number, b: number): number
  pick<T>(items: readonly T[]): T
}

export const hash = (text: string): number => {
  let h = 2166136261
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619)
  return h >>> 0
}

export const random = (seed: string | number): Random => {
  let s = typeof seed === 'number' ? seed >>> 0 : hash(seed)
  const next = (): number => {
    s = (s + 0x6d2b79f5) >>> 0
    let t = Math.imul(s ^ (s >>> 15), s | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    between: (a, b) => a + next() * (b - a),
    pick: <T>(items: readonly T[]): T => {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new Error('pick from an empty list')
      return item
    },
  }
}
