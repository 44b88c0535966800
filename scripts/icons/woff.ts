import { deflateSync } from 'node:zlib'
import { trueTypeTables, type FontFace, type Table } from './true-type'

const WHOLE_FILE = 0xb1b0afba
const ADJUSTMENT_AT = 8

const directory = (tables: readonly Table[]): { head: Buffer; length: number } => {
  const power = 2 ** Math.floor(Math.log2(tables.length))
  const head = Buffer.alloc(12 + tables.length * 16)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(tables.length, 4)
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((tables.length - power) * 16, 10)
  let offset = head.length
  tables.forEach(({ tag, checksum, bytes }, i) => {
    const at = 12 + i * 16
    head.write(tag, at, 'latin1')
    head.writeUInt32BE(checksum, at + 4)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(bytes.length, at + 12)
    offset += (bytes.length + 3) & ~3
  })
  return { head, length: offset }
}

/** The `head` table carries a sum over the whole font as it would be without WOFF. */
const adjusted = (tables: readonly Table[]): Table[] => {
  const { head } = directory(tables)
  let sum = tables.reduce((total, table) => total + table.checksum, 0)
  for (let i = 0; i < head.length; i += 4) sum += head.readUInt32BE(i)
  return tables.map((table) => {
    if (table.tag !== 'head') return table
    const bytes = Buffer.from(table.bytes)
    bytes.writeUInt32BE((WHOLE_FILE - sum) >>> 0, ADJUSTMENT_AT)
    return { ...table, bytes }
  })
}

/** A WOFF 1.0 file, which every web view that WeChat runs on can read. */
export const woff = (face: FontFace): Buffer => {
  const tables = adjusted(trueTypeTables(face))
  const header = Buffer.alloc(44)
  const entries = Buffer.alloc(tables.length * 20)
  const bodies: Buffer[] = []
  let offset = header.length + entries.length
  tables.forEach(({ tag, checksum, bytes }, i) => {
    const packed = deflateSync(bytes, { level: 9 })
    const body = packed.length < bytes.length ? packed : bytes
    const at = i * 20
    entries.write(tag, at, 'latin1')
    entries.writeUInt32BE(offset, at + 4)
    entries.writeUInt32BE(body.length, at + 8)
    entries.writeUInt32BE(bytes.length, at + 12)
    entries.writeUInt32BE(checksum, at + 16)
    bodies.push(body, Buffer.alloc((4 - (body.length % 4)) % 4))
    offset += (body.length + 3) & ~3
  })
  header.write('wOFF', 0, 'latin1')
  header.writeUInt32BE(0x00010000, 4)
  header.writeUInt32BE(offset, 8)
  header.writeUInt16BE(tables.length, 12)
  header.writeUInt32BE(directory(tables).length, 16)
  header.writeUInt16BE(1, 20)
  return Buffer.concat([header, entries, ...bodies])
}
