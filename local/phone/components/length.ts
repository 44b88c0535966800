import type { BuiltinInstance } from '../runtime/types'

/** One rpx in CSS pixels: a 750th of the page's width. */
export function rpxUnit(window: Window): number {
  return window.innerWidth / 750
}

/** A length attribute (`20`, `'20px'`, `'40rpx'`) in CSS pixels, or the fallback when unreadable. */
export function pixelsOf(self: BuiltinInstance, name: string, fallback = 0): number {
  const value = self.data[name]
  if (typeof value === 'number') return Number.isFinite(value) ? value : fallback
  if (typeof value !== 'string') return fallback
  const match = /^\s*(-?\d*\.?\d+)\s*(px|rpx)?\s*$/.exec(value)
  if (!match) return fallback
  const amount = Number(match[1])
  return match[2] === 'rpx' ? amount * rpxUnit(self.window) : amount
}

/** Inline style text with every rpx turned into vw, which a browser understands. */
export function withoutRpx(style: string): string {
  return style.replace(
    /(-?\d*\.?\d+)rpx\b/g,
    (_, amount: string) => `${Number((Number(amount) / 7.5).toFixed(5))}vw`,
  )
}
