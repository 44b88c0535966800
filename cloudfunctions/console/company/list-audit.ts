import type { AuditChange } from '../../../shared/contract/console-company'
import type { Language } from '../../../shared/contract/define'
import { inLanguage } from '../../../shared/domain/localized'
import { db } from '../../_kit/db'
import type { ToldChange } from '../../_kit/documents/staff'
import type { HandlerOf } from '../../_kit/handler-of'
import { pageAudit } from '../../_kit/repos/staff'
import { auditFields, idIn } from './audit-fields'

const pageSize = 30

export const listAudit: HandlerOf<'console.listAudit'> = async (
  { staffId, subject, cursor },
  { language },
) => {
  const page = await pageAudit({ staffId, subject }, pageSize, cursor)
  const entries = page.documents.map((entry) => ({ ...entry, fields: auditFields(entry.input) }))
  const subjects = entries.flatMap(({ subject: id, fields = [] }) => [
    ...(id === undefined ? [] : [id]),
    ...fields.flatMap((field) => idIn(field) ?? []),
  ])
  const [staff, orders, cases, products, skus, coupons, promotions] = await Promise.all([
    db.staff.getMany([...entries.map((entry) => entry.staffId), ...subjects], ['name']),
    db.orders.getMany(subjects, ['number']),
    db.aftersales.getMany(subjects, ['orderNumber']),
    db.products.getMany(subjects, ['name']),
    db.skus.getMany(subjects, ['name', 'optionWords']),
    db.coupons.getMany(subjects, ['name']),
    db.promotions.getMany(subjects, ['name']),
  ])
  const nameOf = (id: string): string | undefined => {
    const named = products.get(id) ?? coupons.get(id) ?? promotions.get(id)
    const sku = skus.get(id)
    if (sku)
      return [inLanguage(sku.name, language), inLanguage(sku.optionWords, language)]
        .filter(Boolean)
        .join(' ')
    return (
      orders.get(id)?.number ??
      cases.get(id)?.orderNumber ??
      (named ? inLanguage(named.name, language) : staff.get(id)?.name)
    )
  }
  return {
    entries: entries.map(({ _id, at, action, input, fields, changes, ...entry }) => {
      const subjectName = entry.subject === undefined ? undefined : nameOf(entry.subject)
      return {
        id: _id,
        at,
        staffId: entry.staffId,
        staffName: staff.get(entry.staffId)?.name ?? '',
        action,
        ...(entry.subject === undefined ? {} : { subject: entry.subject }),
        ...(subjectName === undefined ? {} : { subjectName }),
        input,
        ...(changes && { changes: changes.map((change) => toChange(change, language)) }),
        ...(fields && {
          fields: fields.map((field) => {
            const id = idIn(field)
            const called = id === undefined ? undefined : nameOf(id)
            return called === undefined ? field : { ...field, called }
          }),
        }),
      }
    }),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}

const toChange = ({ what, part, from, to }: ToldChange, language: Language): AuditChange => {
  const worded = (value: ToldChange['from']) =>
    typeof value === 'object' ? inLanguage(value, language) : value
  return {
    what,
    ...(part && { part: inLanguage(part, language) }),
    from: worded(from),
    to: worded(to),
  }
}
