import { toCaseDetail } from '../_kit/care/case-view'
import { companySettings } from '../_kit/company'
import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'

export const getAfterSale: HandlerOf<'care.getAfterSale'> = async (
  { afterSaleId },
  { memberId, language, fail },
) => {
  const [settings, kase] = await Promise.all([companySettings(), db.aftersales.get(afterSaleId)])
  if (kase?.memberId !== memberId) return fail('AFTER_SALE_NOT_FOUND')
  return toCaseDetail(kase, settings, language)
}
