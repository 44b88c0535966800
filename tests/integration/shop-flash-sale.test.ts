import { expect, test } from '@jest/globals'
import { measureFlash } from '../bench/flash'

test('of two hundred buyers for fifty pieces exactly fifty pay and the others are told', async () => {
  expect(await measureFlash(200, 50)).toMatchObject({ paid: 50, soldOut: 150, other: 0 })
}, 240_000)
