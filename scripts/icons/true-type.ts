/** A point of a glyph's outline in font units; y points up, off-curve points are quadratic controls. */
export interface OutlinePoint {
  x: number
  y: number
  onCurve: boolean
}
export type Contour = readonly OutlinePoint[]

export interface Glyph {
  name: string
  codePoint: number
  contours: readonly Contour[]
}

export interface FontFace {
  family: string
  unitsPerEm: number
  /** above the baseline */
  ascent: number
  /** below the baseline, negative */
  descent: number
  /** in rising order of code points; every glyph is one em wide */
  glyphs: readonly Glyph[]
}

const u16 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, i) => bytes.writeUInt16BE(value & 0xffff, i * 2))
  return bytes
}

const u32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, i) => bytes.writeUInt32BE(value >>> 0, i * 4))
  return bytes
}

const padded = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])

const ON_CURVE = 0x01
const X_SHORT = 0x02
const Y_SHORT = 0x04
const REPEAT = 0x08
const X_SAME_OR_POSITIVE = 0x10
const Y_SAME_OR_POSITIVE = 0x20

const box = (points: readonly OutlinePoint[]): [number, number, number, number] => {
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** One delta of a coordinate: nothing, one byte and a sign in the flag, or two bytes. */
const packDelta = (delta: number, short: number, same: number): [flag: number, bytes: Buffer] => {
  if (delta === 0) return [same, Buffer.alloc(0)]
  if (Math.abs(delta) < 256) return [short | (delta > 0 ? same : 0), Buffer.from([Math.abs(delta)])]
  return [0, u16(delta)]
}

const packFlags = (flags: readonly number[]): Buffer => {
  const bytes: number[] = []
  for (let i = 0; i < flags.length;) {
    const flag = flags[i] ?? 0
    let run = 1
    while (run < 256 && flags[i + run] === flag) run++
    bytes.push(...(run > 1 ? [flag | REPEAT, run - 1] : [flag]))
    i += run
  }
  return Buffer.from(bytes)
}

const glyphRecord = (glyph: Glyph): Buffer => {
  const points = glyph.contours.flat()
  if (points.length === 0) return Buffer.alloc(0)
  const flags: number[] = []
  const xs: Buffer[] = []
  const ys: Buffer[] = []
  let [lastX, lastY] = [0, 0]
  for (const { x, y, onCurve } of points) {
    const [xFlag, xBytes] = packDelta(x - lastX, X_SHORT, X_SAME_OR_POSITIVE)
    const [yFlag, yBytes] = packDelta(y - lastY, Y_SHORT, Y_SAME_OR_POSITIVE)
    flags.push((onCurve ? ON_CURVE : 0) | xFlag | yFlag)
    xs.push(xBytes)
    ys.push(yBytes)
    ;[lastX, lastY] = [x, y]
  }
  let end = -1
  const ends = glyph.contours.map((contour) => (end += contour.length))
  const noInstructions = u16(0)
  return padded(
    Buffer.concat([
      u16(glyph.contours.length, ...box(points), ...ends),
      noInstructions,
      packFlags(flags),
      ...xs,
      ...ys,
    ]),
  )
}

/** Format 4, one segment for each run of neighbouring code points. */
const cmapTable = (glyphs: readonly Glyph[]): Buffer => {
  const segments: { first: number; last: number; delta: number }[] = []
  glyphs.forEach(({ codePoint }, i) => {
    const open = segments[segments.length - 1]
    if (open && open.last + 1 === codePoint) open.last = codePoint
    else segments.push({ first: codePoint, last: codePoint, delta: i + 1 - codePoint })
  })
  segments.push({ first: 0xffff, last: 0xffff, delta: 1 })
  const count = segments.length
  const power = 2 ** Math.floor(Math.log2(count))
  const body = Buffer.concat([
    u16(count * 2, power * 2, Math.log2(power), (count - power) * 2),
    u16(...segments.map((segment) => segment.last), 0),
    u16(...segments.map((segment) => segment.first)),
    u16(...segments.map((segment) => segment.delta)),
    u16(...segments.map(() => 0)),
  ])
  const subtable = Buffer.concat([u16(4, body.length + 6, 0), body])
  return Buffer.concat([u16(0, 1), u16(3, 1), u32(12), subtable])
}

const nameTable = (family: string): Buffer => {
  const records = (
    [
      [1, family],
      [2, 'Regular'],
      [3, family],
      [4, family],
      [5, 'Version 1.0'],
      [6, family],
    ] as const
  ).map(([id, words]) => ({ id, bytes: Buffer.from(words, 'utf16le').swap16() }))
  let offset = 0
  const heads = records.map(({ id, bytes }) => {
    const head = u16(3, 1, 0x409, id, bytes.length, offset)
    offset += bytes.length
    return head
  })
  return Buffer.concat([
    u16(0, records.length, 6 + records.length * 12),
    ...heads,
    ...records.map((record) => record.bytes),
  ])
}

const os2Table = (face: FontFace): Buffer => {
  const codePoints = face.glyphs.map((glyph) => glyph.codePoint)
  const regular = 0x40
  const privateUseArea = 1 << 28
  return Buffer.concat([
    u16(3, face.unitsPerEm, 400, 5, 0, ...Array<number>(10).fill(0), 0),
    Buffer.alloc(10),
    u32(0, privateUseArea, 0, 0),
    Buffer.from('YDIN'),
    u16(regular, Math.min(...codePoints), Math.max(...codePoints)),
    u16(face.ascent, face.descent, 0, face.ascent, -face.descent),
    u32(1, 0),
    u16(0, 0, 0, 0x20, 1),
  ])
}

const headTable = (face: FontFace, bounds: readonly number[]): Buffer =>
  Buffer.concat([
    u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
    u16(0b11, face.unitsPerEm),
    u32(0, 0, 0, 0),
    u16(...bounds, 0, 8, 2, 1, 0),
  ])

const checksum = (bytes: Buffer): number => {
  let sum = 0
  for (let i = 0; i < bytes.length; i += 4) sum = (sum + bytes.readUInt32BE(i)) >>> 0
  return sum
}

export interface Table {
  tag: string
  checksum: number
  bytes: Buffer
}

/** The tables of a TrueType font, by tag; the same face gives the same bytes. */
export const trueTypeTables = (face: FontFace): Table[] => {
  const { unitsPerEm, ascent, descent } = face
  const missing: Glyph = { name: '.notdef', codePoint: 0, contours: [] }
  const glyphs = [missing, ...face.glyphs]
  const records = glyphs.map(glyphRecord)
  let offset = 0
  const offsets = [0, ...records.map((record) => (offset += record.length))]
  const bounds = box(glyphs.flatMap((glyph) => glyph.contours.flat()))
  const leftSides = glyphs.map(({ contours }) => (contours.length ? box(contours.flat())[0] : 0))
  const mostPoints = Math.max(...glyphs.map((glyph) => glyph.contours.flat().length))
  const mostContours = Math.max(...glyphs.map((glyph) => glyph.contours.length))
  const [left, , right] = bounds
  const tables: [tag: string, bytes: Buffer][] = [
    ['OS/2', os2Table(face)],
    ['cmap', cmapTable(face.glyphs)],
    ['glyf', Buffer.concat(records)],
    ['head', headTable(face, bounds)],
    [
      'hhea',
      Buffer.concat([
        u32(0x00010000),
        u16(ascent, descent, 0, unitsPerEm, left, unitsPerEm - right, right),
        u16(1, 0, 0, 0, 0, 0, 0, 0, 1),
      ]),
    ],
    ['hmtx', Buffer.concat([u16(unitsPerEm), u16(...leftSides)])],
    ['loca', u32(...offsets)],
    [
      'maxp',
      Buffer.concat([
        u32(0x00010000),
        u16(glyphs.length, mostPoints, mostContours, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
      ]),
    ],
    ['name', nameTable(face.family)],
    ['post', u32(0x00030000, 0, 0, 0, 0, 0, 0, 0)],
  ]
  return tables.map(([tag, bytes]) => ({ tag, bytes, checksum: checksum(padded(bytes)) }))
}
