import type { consoleGoods } from '../../../shared/contract/console-goods'
import type { Handlers } from '../../_kit/serve'
import { applySheet } from './apply-sheet'
import { changePrices } from './change-prices'
import { checkSheet } from './check-sheet'
import { exportProducts } from './export-products'
import { getProduct } from './get-product'
import { getProductChoices } from './get-product-choices'
import { getStock } from './get-stock'
import { listFreight } from './list-freight'
import { listProducts } from './list-products'
import { listStockMoves } from './list-stock-moves'
import { moveStock } from './move-stock'
import { saveFreight } from './save-freight'
import { saveProduct } from './save-product'
import { shelveProducts } from './shelve-products'

export const goodsHandlers: Handlers<typeof consoleGoods> = {
  'console.listProducts': listProducts,
  'console.getProduct': getProduct,
  'console.getProductChoices': getProductChoices,
  'console.saveProduct': saveProduct,
  'console.shelveProducts': shelveProducts,
  'console.changePrices': changePrices,
  'console.getStock': getStock,
  'console.listStockMoves': listStockMoves,
  'console.moveStock': moveStock,
  'console.exportProducts': exportProducts,
  'console.checkSheet': checkSheet,
  'console.applySheet': applySheet,
  'console.listFreight': listFreight,
  'console.saveFreight': saveFreight,
}
