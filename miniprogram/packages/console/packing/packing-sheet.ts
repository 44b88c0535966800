import type { StaffOrderFile } from '../../../../shared/contract/console-orders'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'

type Texts = MessageTexts['desk']

/** A6 upright: drawn at three pixels a unit it prints at 300 dots an inch. */
export const sheet = { width: 420, height: 592, pixels: 3 } as const

/** What is drawn; `y` is the base line of a text. */
export type Mark =
  | {
      kind: 'text'
      text: string
      x: number
      y: number
      size: number
      isStrong: boolean
      align: 'left' | 'right'
    }
  | { kind: 'rule'; y: number }
  | { kind: 'box'; x: number; y: number; size: number }

/** How wide a text is in this size. */
export type Measure = (text: string, size: number, isStrong: boolean) => number

const edge = 26
const right = sheet.width - edge
const bottom = sheet.height - edge

/**
 * Where everything stands on a packing list: number, receiver, a box to tick for each line, notes.
 * What does not fit is counted at the end, so that nobody packs less than was ordered.
 */
export function layOutSheet(order: StaffOrderFile, t: Texts, measure: Measure): Mark[] {
  const marks: Mark[] = []
  let y = edge
  const text = (
    words: string,
    { x = edge, size = 15, isStrong = false, align = 'left' as 'left' | 'right' } = {},
  ) => marks.push({ kind: 'text', text: words, x, y, size, isStrong, align })
  const rule = () => {
    y += 12
    marks.push({ kind: 'rule', y })
    y += 8
  }

  const toPack = order.lines.filter(({ left }) => left > 0)
  const lines = (toPack.length > 0 ? toPack : order.lines).map((line) => ({
    ...line,
    pieces: toPack.length > 0 ? line.left : line.quantity,
  }))
  const count = lines.reduce((sum, { pieces }) => sum + pieces, 0)
  y += 22
  text(order.number, { size: 24, isStrong: true })
  text(fill(t.pieces, { count }), { x: right, align: 'right' })
  rule()
  const { address, pickup } = order
  y += 18
  text(`${address.name} ${address.phone}`, { size: 17, isStrong: true })
  const where = pickup
    ? fill(t.packPickup, pickup)
    : `${address.province}${address.city}${address.district}${address.street}`
  for (const line of wrap(where, right - edge, 15, measure).slice(0, 3)) {
    y += 21
    text(line)
  }
  rule()

  const notes = [
    { label: t.customerNote, words: order.note },
    { label: t.giftNote, words: order.giftNote },
    { label: t.staffNote, words: order.staffNote },
  ]
    .filter(({ words }) => words !== '')
    .flatMap(({ label, words }) =>
      wrap(`${label}: ${words}`, right - edge, 14, measure).slice(0, 3),
    )
  const room = bottom - (notes.length > 0 ? 20 + notes.length * 20 : 0)

  let drawn = 0
  for (const line of lines) {
    const last = drawn === lines.length - 1
    if (y + (last ? 42 : 66) > room) break
    drawn += 1
    y += 22
    marks.push({ kind: 'box', x: edge, y: y - 13, size: 14 })
    const pieces = `×${line.pieces}`
    text(pieces, { x: right, align: 'right', size: 18, isStrong: true })
    const name = line.isGift ? `${line.name} (${t.gift})` : line.name
    const width = right - edge - 24 - measure(pieces, 18, true) - 10
    text(wrap(name, width, 15, measure)[0] ?? '', { x: edge + 24, isStrong: true })
    y += 18
    const below = line.asked > 0 ? fill(t.packAsked, { count: line.asked }) : line.options
    text(wrap(below, width, 13, measure)[0] ?? '', { x: edge + 24, size: 13 })
  }
  if (drawn < lines.length) {
    y += 22
    text(fill(t.packMore, { count: lines.length - drawn }), { isStrong: true })
  }
  if (notes.length > 0) {
    rule()
    for (const note of notes) {
      y += 20
      text(note, { size: 14 })
    }
  }
  return marks
}

/** A text in lines no wider than this; Chinese breaks anywhere, the rest too where it must. */
export function wrap(text: string, width: number, size: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const character of text.replace(/\s+/g, ' ')) {
    if (line !== '' && measure(line + character, size, false) > width) {
      lines.push(line.trimEnd())
      line = character === ' ' ? '' : character
    } else line += character
  }
  if (line !== '') lines.push(line)
  return lines
}
