/** What a poster says. */
export interface PosterWords {
  company: string
  name: string
  line: string
  price: string
  /** The former price, crossed out; empty without one. */
  was: string
  scan: string
}

/** How wide a text is in a font; the canvas knows. */
export type Measure = (text: string, font: string) => number

export interface PosterText {
  kind: 'text'
  text: string
  x: number
  /** Of the line the letters stand on. */
  y: number
  font: string
  colour: keyof typeof posterColours
  isCrossedOut?: boolean
}

interface PosterPicture {
  kind: 'picture'
  which: 'product' | 'code'
  x: number
  y: number
  size: number
}

interface PosterGround {
  kind: 'ground'
  x: number
  y: number
  width: number
  height: number
  radius: number
  colour: keyof typeof posterColours
}

export type PosterPart = PosterText | PosterPicture | PosterGround

/** A poster is paper, by day and by night. */
export const posterColours = {
  paper: '#ffffff',
  plate: '#eef1ec',
  ink: '#1d2320',
  faint: '#666c69',
  brand: '#1d585b',
} as const

/** Logical size, the same on every phone; the canvas multiplies it. */
export const posterWidth = 300
const margin = 20
const inner = posterWidth - 2 * margin
const codeSize = 76
const family = 'sans-serif'
const nameFont = `600 19px ${family}`
const nameHeight = 26
const mostNameLines = 2

/** Where everything of a poster stands. It grows with a name of two lines, never with a third. */
export function layPoster(
  words: PosterWords,
  measure: Measure,
): { height: number; parts: PosterPart[] } {
  const parts: PosterPart[] = []
  const text = (value: string, x: number, y: number, font: string, colour: PosterText['colour']) =>
    parts.push({ kind: 'text', text: value, x, y, font, colour })

  text(words.company, margin, 32, `600 14px ${family}`, 'brand')
  const top = 46
  parts.push({
    kind: 'ground',
    x: margin,
    y: top,
    width: inner,
    height: inner,
    radius: 8,
    colour: 'plate',
  })
  parts.push({ kind: 'picture', which: 'product', x: margin + 10, y: top + 10, size: inner - 20 })

  let y = top + inner + 32
  const nameLines = broken(words.name, inner, mostNameLines, (part) => measure(part, nameFont))
  for (const line of nameLines) {
    text(line, margin, y, nameFont, 'ink')
    y += nameHeight
  }
  const noteFont = `400 13px ${family}`
  const wordsWidth = inner - codeSize - 12
  const [note = ''] = broken(words.line, wordsWidth, 1, (part) => measure(part, noteFont))
  const codeTop = y - 14
  text(note, margin, y, noteFont, 'faint')
  const priceFont = `600 22px ${family}`
  text(words.price, margin, y + 34, priceFont, 'brand')
  if (words.was !== '')
    parts.push({
      kind: 'text',
      text: words.was,
      x: margin + measure(words.price, priceFont) + 8,
      y: y + 34,
      font: noteFont,
      colour: 'faint',
      isCrossedOut: true,
    })
  text(words.scan, margin, y + 60, `400 11px ${family}`, 'faint')
  parts.push({
    kind: 'picture',
    which: 'code',
    x: posterWidth - margin - codeSize,
    y: codeTop,
    size: codeSize,
  })
  return { height: codeTop + codeSize + margin, parts }
}

/** A text in lines that fit; what does not fit in the last one ends in an ellipsis. */
export function broken(
  text: string,
  width: number,
  mostLines: number,
  measure: (text: string) => number,
): string[] {
  const lines: string[] = []
  let rest = text
  while (rest !== '' && lines.length < mostLines) {
    const isLast = lines.length === mostLines - 1
    if (measure(rest) <= width) {
      lines.push(rest)
      break
    }
    const room = isLast ? width - measure('…') : width
    const fitting = fittingPart(rest, room, measure, isLast)
    lines.push(isLast ? `${fitting}…` : fitting.trimEnd())
    rest = rest.slice(fitting.length).trimStart()
  }
  return lines
}

/** As much from the beginning as fits; whole words when it is to go on in another line. */
function fittingPart(
  text: string,
  width: number,
  measure: (text: string) => number,
  isLast: boolean,
): string {
  const characters = [...text]
  let count = 0
  while (count < characters.length && measure(characters.slice(0, count + 1).join('')) <= width)
    count += 1
  const part = characters.slice(0, Math.max(1, count)).join('')
  const space = part.lastIndexOf(' ')
  const isInWord = /[A-Za-z]$/.test(part) && /^[A-Za-z]/.test(text.slice(part.length))
  return !isLast && isInWord && space > 0 ? part.slice(0, space + 1) : part
}
