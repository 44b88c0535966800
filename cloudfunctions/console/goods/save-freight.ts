import type { HandlerOf } from '../../_kit/handler-of'
import { newId } from '../../_kit/ids'
import { defaultTemplateId, toFreightRow } from './list-freight'

/** The first template there is becomes the default one; it keeps its id for good. */
export const saveFreight: HandlerOf<'console.saveFreight'> = (
  { templateId, seenAt, form },
  { now, fail, transaction },
) => {
  const freshId = newId(now)
  return transaction(async (tx) => {
    const hasDefault = (await tx.freighttemplates.get(defaultTemplateId)) !== undefined
    const id = templateId ?? (hasDefault ? freshId : defaultTemplateId)
    const before = await tx.freighttemplates.get(id)
    if (templateId !== undefined && !before) return fail('FREIGHT_NOT_FOUND')
    if (before && before.updatedAt !== seenAt) fail('FREIGHT_CHANGED', toFreightRow(before))
    // Two saves in one millisecond are two versions.
    const updatedAt = Math.max(now, (before?.updatedAt ?? 0) + 1)
    const after = { _id: id, ...form, updatedAt }
    await tx.freighttemplates.put(after)
    return toFreightRow(after)
  })
}
