import { describe, expect, test } from '@jest/globals'
import { memberHash } from './ids'
import { keepOutOfLogs, redact } from './redact'

const openId = 'oYd1A5kX-3fGhJ_kLmNpQrStUvWx'

describe('a line of the log', () => {
  test('names nobody, also where the database quotes an id', () => {
    const line = redact(`E11000 duplicate key balance:${openId}#spend:1 and once:${openId}:key-1`)
    expect(line).not.toContain(openId)
    expect(line).toContain(`balance:member-${memberHash(openId)}#spend:1`)
  })

  test('holds no mobile number, and keeps the numbers of payments', () => {
    const number = '4200001380000002720260321001'
    expect(redact(`to 13800000027, paid as ${number}`)).toBe(`to 138****27, paid as ${number}`)
  })

  test('holds no number of a gift card', () => {
    const number = 'ABCD2345EFGH6789'
    expect(redact(`no account "giftcard:${number}"`)).toBe(
      `no account "giftcard:${memberHash(number)}"`,
    )
  })

  test('names nobody this instance has met, whatever the identity looks like', () => {
    keepOutOfLogs('visitor-with-a-long-name')
    expect(redact('carts/visitor-with-a-long-name')).not.toContain('visitor-with-a-long-name')
  })

  test('keeps words that a short identity is part of', () => {
    keepOutOfLogs('fifteen-letters')
    expect(redact('about fifteen-letters')).toBe('about fifteen-letters')
    keepOutOfLogs('sixteen-letters-')
    expect(redact('about sixteen-letters-')).not.toContain('sixteen-letters-')
  })

  test('leaves ids of orders, requests and files alone', () => {
    const line = 'order 0mfk2j1a9c0ffee12345 request 8c1f2a9e-1b2c-4d5e-8f90-a1b2c3d4e5f6'
    expect(redact(line)).toBe(line)
  })
})
