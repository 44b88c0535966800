import type { SheetProduct } from '../../../shared/domain/goods-sheet'
import type { OutboxDocument } from '../../_kit/documents/outbox'
import type { HandlerOf } from '../../_kit/handler-of'
import { newEntry } from '../../_kit/outbox/entry'
import { runFresh } from '../../_kit/outbox/run'
import type { Transaction } from '../../_kit/transaction'
import { toEditedProduct } from './edited-product'
import { idOf, loadKnown } from './load-known'
import { changeStock } from './move-stock'
import { readSkus } from './read-skus'
import { readUploaded } from './read-sheet'
import { differs, knownProblems, moveOf, toNewForm, withRows } from './sheet-changes'
import type { Known } from './sheet-changes'
import { writeProduct } from './write-product'

/** So many products are looked at in one call, and so many rows of them changed. */
const mostLookedAt = 200
const mostChangedRows = 20

interface Work {
  sheetId: string
  staffId: string
  at: number
  known: Known
}

export const applySheet: HandlerOf<'console.applySheet'> = async (
  { fileId, sheetId, from },
  { memberId: staffId, caller, now, fail, must, transaction },
) => {
  const upload = must(await readUploaded(fileId))
  if (upload.sheetId !== sheetId) fail('SHEET_CHANGED')
  const { products } = upload.sheet
  const looked = products.slice(from, from + mostLookedAt)
  const known = await loadKnown(looked, sheetId)
  const { part, end } = nextPart(looked, known, sheetId)
  const work: Work = { sheetId, staffId, at: now, known }
  let entries: OutboxDocument[] = []
  const answer = await transaction(async (tx) => {
    const turned: string[] = []
    for (const product of part) {
      if (product.productId === '') await addProduct(tx, product, work)
      else if (await changeProduct(tx, product, work)) turned.push(product.productId)
    }
    entries = turned.map((productId) => newEntry({ kind: 'refreshOffer', productId }, staffId, now))
    if (entries.length > 0) await tx.outbox.insert(...entries)
    const done = from + end
    return {
      done: Math.min(done, products.length),
      total: products.length,
      ...(done < products.length ? { next: done } : {}),
    }
  })
  await runFresh(entries, { envId: caller.envId, now })
  return answer
}

/** The products to be changed in one transaction, and how many are done after them. */
function nextPart(products: readonly SheetProduct[], known: Known, sheetId: string) {
  const part: SheetProduct[] = []
  let rows = 0
  for (const [index, product] of products.entries()) {
    if (!isWork(product, known, sheetId)) continue
    if (part.length > 0 && rows + product.rows.length > mostChangedRows) return { part, end: index }
    part.push(product)
    rows += product.rows.length
  }
  return { part, end: products.length }
}

function isWork(product: SheetProduct, known: Known, sheetId: string): boolean {
  if (knownProblems(product, known).length > 0) return false
  const document = known.products.get(idOf(product, sheetId))
  if (product.productId === '' || !document) return document === undefined
  return product.rows.some(
    (row) => moveOf(row) !== 0 || differs(row, document, known.skus.get(row.skuId)!),
  )
}

async function addProduct(tx: Transaction, product: SheetProduct, work: Work): Promise<void> {
  const productId = idOf(product, work.sheetId)
  if (await tx.products.get(productId)) return
  const form = toNewForm(product.rows)
  await writeProduct(tx, form, undefined, new Map(), {
    productId,
    categories: work.known.categories,
    staffId: work.staffId,
    at: work.at,
    newSkuIds: form.skus.map((_, index) => `${productId}-${index + 1}`),
  })
}

/** Says whether the stock moved, so that what grids show has to be looked at. */
async function changeProduct(
  tx: Transaction,
  { productId, rows }: SheetProduct,
  { sheetId, staffId, at, known }: Work,
): Promise<boolean> {
  const before = await tx.products.get(productId)
  if (!before) return false
  const skus = await readSkus(tx, before)
  const changed = rows.filter((row) => {
    const sku = skus.get(row.skuId)
    return sku !== undefined && differs(row, before, sku)
  })
  if (changed.length > 0) {
    const { form } = toEditedProduct(before, [...skus.values()])
    const { categories } = known
    const writing = { productId, categories, staffId, at, newSkuIds: [] }
    await writeProduct(tx, withRows(form, rows), before, skus, writing)
  }
  let hasMoved = false
  for (const row of [...rows].sort((a, b) => (a.skuId < b.skuId ? -1 : 1))) {
    const change = moveOf(row)
    const sku = skus.get(row.skuId)
    // The id of the move is the sheet's: applied again it is there already.
    const moveId = `sheet:${sheetId}:${row.skuId}`
    if (change === 0 || !sku || sku.stock + change < 0 || (await tx.stockmoves.get(moveId)))
      continue
    const told = { reason: 'count', note: '', staffId, at } as const
    await changeStock(tx, { moveId, skuId: row.skuId, change, ...told })
    hasMoved = true
  }
  return hasMoved
}
