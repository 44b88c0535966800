import type { FreightRow } from '../../../shared/contract/console-goods'
import type { FreightTemplateDocument } from '../../_kit/documents/order'
import type { HandlerOf } from '../../_kit/handler-of'
import { listFreightTemplates } from '../../_kit/repos/goods'

/** The template of products that name none. */
export const defaultTemplateId = 'default'

export const toFreightRow = ({
  _id,
  name,
  zones,
  updatedAt,
}: FreightTemplateDocument): FreightRow => ({
  id: _id,
  name,
  zones,
  isDefault: _id === defaultTemplateId,
  updatedAt,
})

export const listFreight: HandlerOf<'console.listFreight'> = async () => {
  const templates = (await listFreightTemplates()).map(toFreightRow)
  return { templates: templates.sort((a, b) => Number(b.isDefault) - Number(a.isDefault)) }
}
