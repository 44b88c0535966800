import type { HandlerOf } from '../../_kit/handler-of'
import { idOf, loadKnown } from './load-known'
import { readUploaded } from './read-sheet'
import { differs, knownProblems, moveOf } from './sheet-changes'

const mostShown = 100

export const checkSheet: HandlerOf<'console.checkSheet'> = async ({ fileId }, { must }) => {
  const { sheet, sheetId } = must(await readUploaded(fileId))
  const known = await loadKnown(sheet.products, sheetId)
  const problems = [...sheet.problems]
  let newProducts = 0
  let changedProducts = 0
  let stockMoves = 0
  for (const product of sheet.products) {
    const found = knownProblems(product, known)
    problems.push(...found)
    if (found.length > 0) continue
    const { productId, rows } = product
    const document = known.products.get(idOf(product, sheetId))
    if (productId === '') {
      if (!document) newProducts += 1
      continue
    }
    const changes = rows.filter((row) => differs(row, document!, known.skus.get(row.skuId)!))
    if (changes.length > 0) changedProducts += 1
    stockMoves += rows.filter((row) => moveOf(row) !== 0).length
  }
  return {
    sheetId,
    rows: sheet.rows,
    newProducts,
    changedProducts,
    stockMoves,
    problems: problems.sort((a, b) => a.row - b.row).slice(0, mostShown),
    problemCount: problems.length,
  }
}
