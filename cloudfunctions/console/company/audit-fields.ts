import type { AuditField } from '../../../shared/contract/console-company'

const most = 40

/** What was sent, field by field; undefined when its JSON was cut. */
export function auditFields(input: string): AuditField[] | undefined {
  try {
    return flat(JSON.parse(input), '').slice(0, most)
  } catch {
    return undefined
  }
}

function flat(value: unknown, name: string): AuditField[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return [{ name, value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([field, part]) =>
    flat(part, name === '' ? field : `${name}.${field}`),
  )
}

/** The value when it is an id, going by its field: `orderId`, `skuIds.0`, `id`. */
export const idIn = ({ name, value }: AuditField): string | undefined =>
  typeof value === 'string' && /(^|\.)id$|Id$|Ids\.\d+$/.test(name) ? value : undefined
