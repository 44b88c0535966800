import type { Binary, ObjectId } from './value'
import { rank, rankOf, type Doc, type Value } from './value'

/** 1 for an ascending field of an index or a sort, -1 for a descending one. */
export type Direction = 1 | -1

/**
 * Writes values as bytes whose `memcmp` order is MongoDB's order of the values. Every value ends
 * itself, so that the fields of a compound key follow each other and none is a prefix of another.
 *
 * No key contains 0xff at the place where a value starts: a key followed by 0xff is above every
 * key that begins with it.
 */
export class KeyWriter {
  #buffer = Buffer.allocUnsafe(128)
  #length = 0

  /** Appends a value; `undefined` is an empty array as an index sees it, below null. */
  value(value: Value | undefined, direction: Direction): this {
    const start = this.#length
    if (value === undefined) this.#byte(tag(rank.undefined))
    else this.#write(value)
    if (direction === -1) this.#invert(start)
    return this
  }

  /** Appends bytes that belong to a bound, such as a type's first byte. */
  raw(bytes: readonly number[], direction: Direction): this {
    const start = this.#length
    for (const byte of bytes) this.#byte(byte)
    if (direction === -1) this.#invert(start)
    return this
  }

  /** Appends the beginning of a string, without its end, for a bound on a prefix. */
  stringPrefix(prefix: string, direction: Direction): this {
    const start = this.#length
    this.#byte(tag(rank.string))
    this.#text(prefix)
    if (direction === -1) this.#invert(start)
    return this
  }

  /** Appends bytes that are a key already. */
  bytes(bytes: Buffer): this {
    this.#reserve(bytes.length)
    bytes.copy(this.#buffer, this.#length)
    this.#length += bytes.length
    return this
  }

  /** Hands out what was written and starts over. */
  take(): Buffer {
    const key = Buffer.from(this.#buffer.subarray(0, this.#length))
    this.#length = 0
    return key
  }

  #write(value: Value): void {
    const ofRank = rankOf(value)
    this.#byte(tag(ofRank))
    switch (ofRank) {
      case rank.number:
        return this.#number(value as number)
      case rank.string:
        return this.#string(value as string)
      case rank.object:
        return this.#doc(value as Doc)
      case rank.array:
        for (const item of value as Value[]) this.#write(item)
        return this.#byte(0)
      case rank.objectId:
        return this.#hex((value as ObjectId).hex)
      case rank.boolean:
        return this.#byte(value ? 1 : 0)
      case rank.date:
        return this.#number((value as Date).getTime())
      case rank.binary:
        return this.#binary(value as Binary)
      case rank.regex:
        this.#string((value as RegExp).source)
        return this.#string((value as RegExp).flags)
    }
  }

  #doc(doc: Doc): void {
    for (const name of Object.keys(doc)) {
      const value = doc[name] as Value
      this.#byte(tag(rankOf(value)))
      this.#string(name)
      this.#write(value)
    }
    this.#byte(0)
  }

  #number(value: number): void {
    this.#reserve(8)
    const at = this.#length
    this.#length += 8
    if (Number.isNaN(value)) {
      this.#buffer.fill(0, at, at + 8)
      return
    }
    this.#buffer.writeDoubleBE(value === 0 ? 0 : value, at)
    if (value < 0) this.#invert(at)
    else this.#buffer[at] = (this.#buffer[at] as number) ^ 0x80
  }

  #string(text: string): void {
    this.#text(text)
    this.#byte(0)
    this.#byte(1)
  }

  /** Zero bytes become 00 ff, so that the end 00 01 sorts before any continuation. */
  #text(text: string): void {
    this.#reserve(text.length * 3)
    const at = this.#length
    this.#length += this.#buffer.write(text, at, 'utf8')
    if (text.includes('\0')) this.#escapeZeros(at)
  }

  #escapeZeros(at: number): void {
    const text = Buffer.from(this.#buffer.subarray(at, this.#length))
    this.#length = at
    for (const byte of text) {
      this.#byte(byte)
      if (byte === 0) this.#byte(0xff)
    }
  }

  #hex(hex: string): void {
    this.#reserve(12)
    this.#length += this.#buffer.write(hex, this.#length, 'hex')
  }

  #binary(binary: Binary): void {
    const bytes = Buffer.from(binary.base64, 'base64')
    this.#number(bytes.length)
    this.#string(binary.subType)
    this.bytes(bytes)
  }

  #byte(byte: number): void {
    this.#reserve(1)
    this.#buffer[this.#length++] = byte
  }

  #invert(from: number): void {
    for (let i = from; i < this.#length; i++) this.#buffer[i] = (this.#buffer[i] as number) ^ 0xff
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#buffer.length) return
    const larger = Buffer.allocUnsafe((this.#length + more) * 2)
    this.#buffer.copy(larger, 0, 0, this.#length)
    this.#buffer = larger
  }
}

/** The byte that every encoded value of a rank starts with. */
export function tag(ofRank: number): number {
  return 4 + ofRank * 7
}

/** The key of a document's `_id`. */
export function idKey(id: Value): Buffer {
  return new KeyWriter().value(id, 1).take()
}
