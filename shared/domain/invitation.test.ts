import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { invitationCode } from './invitation'

test('enough bytes make a code of eight letters without look-alikes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 0, maxLength: 40 }), (bytes) => {
      const code = invitationCode(bytes)
      if (bytes.filter((byte) => byte < 248).length < 8) expect(code).toBeUndefined()
      else expect(code).toMatch(/^[ABCDEFGHJKMNPQRSTUVWXYZ2-9]{8}$/)
    }),
  )
})

test('every letter is as likely as any other: bytes beyond the last whole round are passed over', () => {
  const codes = Array.from({ length: 256 }, (_, byte) => invitationCode(Array(8).fill(byte)))
  expect(codes.slice(248)).toEqual(Array(8).fill(undefined))
  const times = new Map<string | undefined, number>()
  for (const code of codes.slice(0, 248)) times.set(code, (times.get(code) ?? 0) + 1)
  expect([times.size, ...new Set(times.values())]).toEqual([31, 8])
})
