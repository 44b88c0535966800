import type { Language } from '../../../shared/contract/define'
import type { PickupStore } from '../../../shared/contract/quote'
import { inLanguage } from '../../../shared/domain/localized'
import type { CompanySettings } from '../documents/catalog'

/** A store in the reader's language. */
export const toPickupStore = (
  { id, name, address, hours, phone }: CompanySettings['stores'][number],
  language: Language,
): PickupStore => ({
  id,
  name: inLanguage(name, language),
  address: inLanguage(address, language),
  hours: inLanguage(hours, language),
  phone,
})
