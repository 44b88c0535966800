import type { Cart, CartLine } from '../../../shared/contract/order'
import type { CartChange } from '../../lib/cart'

/** Two sets of changes as one change a line: of two taps on the same thing, the later one counts. */
export function mergeChanges(
  before: readonly CartChange[],
  after: readonly CartChange[],
): CartChange[] {
  const merged = new Map<string, CartChange>()
  for (const one of [...before, ...after]) {
    merged.set(one.skuId, { ...merged.get(one.skuId), ...one })
  }
  return [...merged.values()]
}

/** The cart as it will be when the changes are made, shown until the server has answered. */
export function withChanges(cart: Cart, changes: readonly CartChange[]): Cart {
  const changeOf = new Map(changes.map((change) => [change.skuId, change]))
  const lines = cart.lines
    .map((line) => changed(line, changeOf.get(line.skuId)))
    .filter(({ quantity }) => quantity > 0)
  return { ...cart, lines }
}

const changed = (line: CartLine, change: CartChange | undefined): CartLine => ({
  ...line,
  quantity: change?.quantity ?? line.quantity,
  isSelected: change?.isSelected ?? line.isSelected,
})
