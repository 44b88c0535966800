import { describe, expect, test } from '@jest/globals'
import { RuleError, readRule } from './storage-rule'

const mine = { auth: { openid: 'me' }, resource: { openid: 'me', path: 'invoices/1.pdf' } }
const theirs = { auth: { openid: 'me' }, resource: { openid: 'they', path: 'invoices/1.pdf' } }
const noLogin = { auth: null, resource: { openid: 'they', path: 'catalogue/1.png' } }
const byFunction = { auth: { openid: 'me' }, resource: { path: 'backup/members.json' } }

describe('a rule of the storage', () => {
  test.each([
    [true, [true, true, true, true]],
    [false, [false, false, false, false]],
    ['resource.openid == auth.openid', [true, false, false, false]],
    // What is not known is not different either.
    ['resource.openid != auth.openid', [false, true, false, false]],
    ['auth != null', [true, true, false, true]],
    ['/^catalogue[^a-z]/.test(resource.path) == true', [false, false, true, false]],
    ['/^backup/.test(resource.path) == false', [true, true, true, false]],
    [
      "auth == null || resource.path == 'invoices/1.pdf' && resource.openid == auth.openid",
      [true, false, true, false],
    ],
    ['(auth == null || auth != null) && resource.path == "x"', [false, false, false, false]],
  ])('%j', (rule, expected) => {
    const may = readRule(rule)
    expect([mine, theirs, noLogin, byFunction].map(may)).toEqual(expected)
  })

  test.each([
    ['/^public/.test(resource.path)', 'has to be compared'],
    ['auth.openid = resource.openid', 'cannot be read'],
    ['auth.role == "staff"', "'auth.role' means nothing"],
    ['constructor == null', "'constructor' means nothing"],
    ['auth != null auth', 'one too many'],
    ['(auth != null', ') is missing'],
    ['', "'the end' means nothing"],
    [`auth != null || ${'true || '.repeat(200)}true`, 'over 1024'],
  ])('%j is none', (rule, why) => {
    expect(() => readRule(rule)).toThrow(RuleError)
    expect(() => readRule(rule)).toThrow(why)
  })
})
