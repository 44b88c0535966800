import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import protobuf from 'protobufjs'
import { decodeMessage, encodeMessage } from './protobuf'
import type { MessageType } from './protobuf'

const PAIR: MessageType = {
  1: { name: 'key', type: 'string' },
  2: { name: 'value', type: 'bytes' },
}
const SAMPLE: MessageType = {
  1: { name: 'code', type: 'int32' },
  2: { name: 'pairs', type: PAIR, repeated: true },
  16: { name: 'names', type: 'string', repeated: true },
}
const { root } = protobuf.parse(`syntax = "proto3";
  message Pair { string key = 1; bytes value = 2; }
  message Sample { int32 code = 1; repeated Pair pairs = 2; repeated string names = 16; double later = 20; fixed32 other = 21; }`)
const reference = root.lookupType('Sample')

const samples = fc.record({
  code: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).filter((code) => code !== 0),
  pairs: fc.array(
    fc.record({
      key: fc.string({ minLength: 1, unit: 'binary' }),
      value: fc.uint8Array({ minLength: 1 }).map((bytes) => Buffer.from(bytes)),
    }),
    { minLength: 1 },
  ),
  names: fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }),
})

test('what we write is what the reference library reads', () => {
  fc.assert(
    fc.property(samples, (sample) => {
      const read = reference.toObject(reference.decode(encodeMessage(SAMPLE, sample)))
      expect(read).toEqual(sample)
    }),
  )
})

test('what the reference library writes is what we read, unknown fields left out', () => {
  fc.assert(
    fc.property(samples, (sample) => {
      const written = reference.encode({ ...sample, later: 1.5, other: 7 }).finish()
      expect(decodeMessage(SAMPLE, Buffer.from(written))).toEqual(sample)
    }),
  )
})

test('a message that is cut off is refused', () => {
  const whole = encodeMessage(SAMPLE, { names: ['a text of some length'] })
  expect(() => decodeMessage(SAMPLE, whole.subarray(0, -1))).toThrow(RangeError)
})
