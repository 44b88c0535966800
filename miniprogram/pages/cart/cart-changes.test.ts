import { expect, test } from '@jest/globals'
import type { Cart, CartLine } from '../../../shared/contract/order'
import type { CartChange } from '../../lib/cart'
import { mergeChanges, withChanges } from './cart-changes'

const line = (skuId: string): CartLine => ({
  skuId,
  productId: 'p',
  name: skuId,
  options: '',
  picture: '',
  plate: 'tea',
  priceFen: 100,
  quantity: 1,
  isSelected: true,
  available: 9,
})
const cart = { lines: [line('a'), line('b')] } as Cart
const seen = ({ lines }: Cart) =>
  lines.map(({ skuId, quantity, isSelected }) => `${skuId}${quantity}${isSelected ? '' : '-'}`)

test('changes show before the server has answered', () => {
  expect(seen(withChanges(cart, [{ skuId: 'a', quantity: 3 }]))).toEqual(['a3', 'b1'])
  expect(seen(withChanges(cart, [{ skuId: 'b', isSelected: false }]))).toEqual(['a1', 'b1-'])
  expect(seen(withChanges(cart, [{ skuId: 'a', quantity: 0 }]))).toEqual(['b1'])
  expect(seen(withChanges(cart, [{ skuId: 'gone', quantity: 2 }]))).toEqual(['a1', 'b1'])
})

test('ten quick taps become one change with the last quantity', () => {
  const taps = Array.from({ length: 10 }, (_, index) => [{ skuId: 'a', quantity: index + 2 }])
  const merged = taps.reduce<CartChange[]>((sum, tap) => mergeChanges(sum, tap), [])
  expect(merged).toEqual([{ skuId: 'a', quantity: 11 }])
})

test('different things changed on one line are all kept', () => {
  expect(
    mergeChanges(
      [{ skuId: 'a', quantity: 2 }],
      [
        { skuId: 'a', isSelected: false },
        { skuId: 'b', quantity: 0 },
      ],
    ),
  ).toEqual([
    { skuId: 'a', quantity: 2, isSelected: false },
    { skuId: 'b', quantity: 0 },
  ])
})

test('an undo after a removal that was not sent yet brings the line back as it was', () => {
  const undone = mergeChanges(
    [{ skuId: 'a', quantity: 0 }],
    [{ skuId: 'a', quantity: 1, isSelected: true }],
  )
  expect(seen(withChanges(cart, undone))).toEqual(['a1', 'b1'])
})
