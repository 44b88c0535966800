import { honestWas, withPrice } from '../../../shared/domain/honest-price'
import { command } from '../../_kit/cloud'
import type { SkuDocument } from '../../_kit/documents/catalog'

type Priced = Pick<SkuDocument, 'priceFen' | 'wasFen' | 'wasUntil' | 'priceChanges'>

/** The price and everything that follows from it: its history, and the former price it may show. */
export function priced(changes: SkuDocument['priceChanges'], priceFen: number, at: number): Priced {
  const priceChanges = withPrice(changes ?? [], priceFen, at)
  return { priceFen, priceChanges, ...honestWas(priceChanges, at) }
}

/** The same as a change of a document: a former price that is not true any more goes. */
export const repricing = (sku: SkuDocument, priceFen: number, at: number) => ({
  wasFen: command.remove(),
  wasUntil: command.remove(),
  ...priced(sku.priceChanges, priceFen, at),
})
