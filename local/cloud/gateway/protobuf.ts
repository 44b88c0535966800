/** A field of a message: a number, a text, bytes, or another message. */
type FieldType = 'int32' | 'string' | 'bytes' | MessageType

interface FieldRule {
  readonly name: string
  readonly type: FieldType
  readonly repeated?: boolean
}

/** A protobuf message by its field numbers. */
export type MessageType = Readonly<Record<number, FieldRule>>

export type Message = Record<string, unknown>

const VARINT = 0
const FIXED64 = 1
const LENGTH_DELIMITED = 2
const FIXED32 = 5

/** Reads a message; fields that the type does not name are skipped. Throws on bytes that are cut off. */
export function decodeMessage(type: MessageType, bytes: Buffer): Message {
  const message: Message = {}
  let at = 0

  const varint = (): number => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++]
      if (byte === undefined) throw new RangeError('the message is cut off')
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return Number(BigInt.asIntN(64, value))
    }
  }
  const slice = (length: number): Buffer => {
    if (at + length > bytes.length) throw new RangeError('the message is cut off')
    at += length
    return bytes.subarray(at - length, at)
  }

  while (at < bytes.length) {
    const tag = varint()
    const wireType = tag & 7
    const rule = type[tag >>> 3]
    let value: number | Buffer
    if (wireType === VARINT) value = varint()
    else if (wireType === LENGTH_DELIMITED) value = slice(varint())
    else if (wireType === FIXED64) value = slice(8)
    else if (wireType === FIXED32) value = slice(4)
    else throw new RangeError(`the wire type ${wireType} is not known`)
    if (!rule) continue
    const read = typeof value === 'number' ? value : readBytes(rule.type, value)
    if (rule.repeated) (message[rule.name] = (message[rule.name] as unknown[]) ?? []).push(read)
    else message[rule.name] = read
  }
  return message
}

function readBytes(type: FieldType, bytes: Buffer): unknown {
  if (type === 'string') return bytes.toString('utf8')
  return typeof type === 'object' ? decodeMessage(type, bytes) : bytes
}

/** Writes the fields that the message has, in the order of their numbers. */
export function encodeMessage(type: MessageType, message: Message): Buffer {
  const parts: Buffer[] = []
  for (const [number, rule] of Object.entries(type)) {
    const value = message[rule.name]
    if (value === undefined) continue
    for (const item of rule.repeated ? (value as unknown[]) : [value]) {
      parts.push(encodeField(Number(number), rule.type, item))
    }
  }
  return Buffer.concat(parts)
}

function encodeField(number: number, type: FieldType, value: unknown): Buffer {
  if (type === 'int32') {
    return Buffer.concat([encodeVarint((number << 3) | VARINT), encodeVarint(value as number)])
  }
  const bytes =
    typeof type === 'object' ? encodeMessage(type, value as Message) : Buffer.from(value as string)
  return Buffer.concat([
    encodeVarint((number << 3) | LENGTH_DELIMITED),
    encodeVarint(bytes.length),
    bytes,
  ])
}

function encodeVarint(value: number): Buffer {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80)
    rest >>= 7n
  }
  bytes.push(Number(rest))
  return Buffer.from(bytes)
}
