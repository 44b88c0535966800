import { db } from '../../_kit/db'
import type { HandlerOf } from '../../_kit/handler-of'
import { pageStockMoves } from '../../_kit/repos/goods'

const pageSize = 20

export const listStockMoves: HandlerOf<'console.listStockMoves'> = async ({ skuId, cursor }) => {
  const page = await pageStockMoves(skuId, pageSize, cursor)
  const staff = await db.staff.getMany(page.documents.map(({ staffId }) => staffId))
  return {
    moves: page.documents.map(({ _id, at, change, after, reason, note, staffId }) => ({
      id: _id,
      at,
      change,
      after,
      reason,
      note,
      staffName: staff.get(staffId)?.name ?? '',
    })),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}
