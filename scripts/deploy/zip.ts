import { deflateRawSync } from 'node:zlib'

export interface PackedFile {
  /** Path inside the package, with `/`. */
  name: string
  content: Buffer
}

/** A zip archive of the files, always the same for the same files. */
export function zipOf(files: readonly PackedFile[]): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, content } of files) {
    const packed = deflateRawSync(content)
    const path = Buffer.from(name, 'utf8')
    const facts = factsOf(content, packed, path)
    const local = Buffer.concat([bytes32(0x04034b50), facts, path, packed])
    const entry = Buffer.concat([
      bytes32(0x02014b50),
      bytes16(20),
      facts,
      // No comment, first disk, no attributes of DOS; readable by all.
      Buffer.from([0, 0, 0, 0, 0, 0]),
      bytes32((0o100644 << 16) >>> 0),
      bytes32(offset),
      path,
    ])
    locals.push(local)
    entries.push(entry)
    offset += local.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.concat([
    bytes32(0x06054b50),
    bytes32(0),
    bytes16(files.length),
    bytes16(files.length),
    bytes32(directory.length),
    bytes32(offset),
    bytes16(0),
  ])
  return Buffer.concat([...locals, directory, end])
}

/** What the local and the central header of a file have in common. */
const factsOf = (content: Buffer, packed: Buffer, path: Buffer): Buffer =>
  Buffer.concat([
    // Version 2.0, names in UTF-8, deflated, at the first instant the format knows.
    bytes16(20),
    bytes16(0x0800),
    bytes16(8),
    bytes32((1 << 21) | (1 << 16)),
    bytes32(crc32(content)),
    bytes32(packed.length),
    bytes32(content.length),
    bytes16(path.length),
    bytes16(0),
  ])

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crc32(content: Buffer): number {
  let value = 0xffffffff
  for (const byte of content) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}

function bytes16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function bytes32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
