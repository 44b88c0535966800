/** Lettering: a serif for names, a sans for small print, a red seal as signature. */
import { pigment } from './colour'
import { shape } from './kit'
import { num, rect } from './path'

const serif = "'Noto Serif CJK SC','Source Han Serif SC','Songti SC',STSong,serif"
const sans = "'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif"

const escape = (s: string): string =>
  s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

export interface Type {
  size: number
  fill?: string
  face?: 'serif' | 'sans'
  bold?: boolean
  space?: number
  anchor?: 'start' | 'middle' | 'end'
  opacity?: number
  turn?: number
}

/** One horizontal line, centred on x by default; y is the baseline. */
export const line = (words: string, x: number, y: number, t: Type): string =>
  `<text x="${num(x + (t.anchor && t.anchor !== 'middle' ? 0 : (t.space ?? 0) / 2))}" y="${num(y)}" text-anchor="${t.anchor ?? 'middle'}" font-family="${t.face === 'sans' ? sans : serif}" font-size="${num(t.size)}" font-weight="${t.bold === false ? 400 : 700}" fill="${t.fill ?? pigment.ink}"` +
  `${t.space ? ` letter-spacing="${num(t.space)}"` : ''}${t.opacity ? ` opacity="${t.opacity}"` : ''}${t.turn ? ` transform="rotate(${t.turn} ${num(x)} ${num(y)})"` : ''}>${escape(words)}</text>`

/** Characters stacked downwards; y is the top of the first one. */
export const column = (words: string, x: number, y: number, t: Type & { step?: number }): string =>
  [...words]
    .map((c, i) => line(c, x, y + t.size * 0.88 + i * t.size * (t.step ?? 1.12), t))
    .join('')

/** The house seal. */
export const seal = (x: number, y: number, size: number, words = '云山'): string => {
  const s = size
  return (
    shape(rect(x - s / 2, y - s / 2, s, s, s * 0.14), { fill: pigment.seal }) +
    shape(rect(x - s * 0.43, y - s * 0.43, s * 0.86, s * 0.86, s * 0.1), {
      stroke: '#f7e3cf',
      width: s * 0.035,
      opacity: 0.7,
    }) +
    column(words, x, y - s * 0.42, { size: s * 0.4, fill: '#fbeadb', step: 1.02 })
  )
}
