import { describe, expect, test } from '@jest/globals'
import { readRule } from '../../local/cloud/storage/storage-rule'
import { isInFolder, storageRule } from './storage-rule'

const may = (rule: string, path: string, owner?: string, openid?: string) =>
  readRule(rule)({
    auth: openid === undefined ? null : { openid },
    resource: { openid: owner, path },
  })
const { read, write } = storageRule

describe('files of the cloud storage', () => {
  test.each([
    'avatars/a.png',
    'care/a.jpg',
    'catalogue/a.png',
    'checked/a.jpg',
    'codes/s.png',
    'company/a.png',
  ])('%s is seen by all, logged in or not', (path) => {
    expect(may(read, path, 'ann', 'bo')).toBe(true)
    expect(may(read, path)).toBe(true)
  })

  test.each(['cases/a.jpg', 'invoices/o-1.pdf', 'sheets/a.csv'])(
    '%s is seen by who put it there',
    (path) => {
      expect(may(read, path, 'ann', 'ann')).toBe(true)
      expect(may(read, path, 'ann', 'bo')).toBe(false)
      expect(may(read, path, undefined, 'bo')).toBe(false)
      expect(may(read, path)).toBe(false)
    },
  )

  test.each(['backup/1/members.json', 'restore/members.json', 'casesx/a', 'a.png', 'x/cases/a'])(
    '%s is seen and written by nobody',
    (path) => {
      expect(may(read, path, 'ann', 'ann')).toBe(false)
      expect(may(write, path, 'ann', 'ann')).toBe(false)
    },
  )

  test('a page replaces what is its user’s, and no code that a function drew', () => {
    expect(may(write, 'avatars/a.png', 'ann', 'ann')).toBe(true)
    expect(may(write, 'avatars/a.png', 'ann', 'bo')).toBe(false)
    expect(may(write, 'catalogue/a.png', undefined, 'bo')).toBe(false)
    expect(may(write, 'codes/s.png', 'ann', 'ann')).toBe(false)
    expect(may(write, 'checked/a.jpg', 'ann', 'ann')).toBe(false)
    expect(may(write, 'checked/a.jpg', undefined, 'ann')).toBe(false)
  })

  test('each expression is as short as WeChat wants it', () => {
    expect(Math.max(read.length, write.length)).toBeLessThanOrEqual(1024)
  })

  test('a folder is the first part of the path', () => {
    expect(isInFolder('cloud://env.bucket/cases/a.jpg', 'cases')).toBe(true)
    expect(isInFolder('cloud://env.bucket/care/cases/a.jpg', 'cases')).toBe(false)
    expect(isInFolder('https://env.bucket/cases/a.jpg', 'cases')).toBe(false)
  })
})
