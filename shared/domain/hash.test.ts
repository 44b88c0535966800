import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { canonicalJson, hashText } from './hash'

test('a hash stays what it is: kept documents hold it', () => {
  expect([hashText(''), hashText('a'), hashText('云山')]).toMatchInlineSnapshot(`
   [
     "0wvjl67o803",
     "262p94epp1d",
     "02ze49ewsee",
   ]
  `)
})

test('different texts have different hashes', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(hashText(a) === hashText(b)).toBe(a === b)
    }),
  )
})

test('equal values are written the same whatever the order of their keys', () => {
  expect(canonicalJson({ b: [1, { d: null, c: undefined }], a: 'x' })).toBe(
    '{"a":"x","b":[1,{"d":null}]}',
  )
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }))
})
