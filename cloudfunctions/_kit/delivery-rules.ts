import type { DeliveryRules } from '../../shared/domain/delivery'
import { cached } from './cached'
import { companySettings } from './company'
import type { CompanySettings } from './documents/catalog'
import type { FreightTemplateDocument } from './documents/order'
import { listFreightTemplates } from './repos/freight-templates'

const keepMs = 30_000

/** Freight templates by id, at most 30 seconds old. */
const templates: () => Promise<Map<string, FreightTemplateDocument>> = cached(keepMs, async () => {
  const all = await listFreightTemplates()
  return new Map(all.map((template) => [template._id, template]))
})

/** Places that hand goods over now. */
export const openStores = ({ stores }: CompanySettings): CompanySettings['stores'] =>
  stores.filter(({ isOn }) => isOn)

/** What delivery costs by each way, at most 30 seconds old. */
export async function companyDelivery(): Promise<DeliveryRules> {
  const [settings, byId] = await Promise.all([companySettings(), templates()])
  const { feeFen, freeFromFen, sameCity } = settings.delivery
  return {
    parcel: { feeFen, freeFromFen },
    templates: byId,
    sameCity,
    storeIds: openStores(settings).map(({ id }) => id),
  }
}
