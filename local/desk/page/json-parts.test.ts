import { expect, test } from '@jest/globals'
import { jsonParts } from './json-parts'

const value = {
  _id: 'Y1',
  paid: true,
  note: 'say "12": {x}',
  totalFen: -4300,
  lines: [{ n: null }],
}

test('the parts together are the JSON, whatever the strings hold', () => {
  const parts = jsonParts(value)
  expect(parts.map(({ text }) => text).join('')).toBe(JSON.stringify(value, null, 2))
})

test('names, strings and values are told apart', () => {
  const of = (kind: string) =>
    jsonParts(value)
      .filter((part) => part.kind === kind)
      .map(({ text }) => text)
  expect(of('json-name')).toEqual(['"_id"', '"paid"', '"note"', '"totalFen"', '"lines"', '"n"'])
  expect(of('json-string')).toEqual(['"Y1"', '"say \\"12\\": {x}"'])
  expect(of('json-value')).toEqual(['true', '-4300', 'null'])
})
