import type { Language } from '../../shared/contract/define'
import { inLanguage } from '../../shared/domain/localized'
import { shippingDay } from '../../shared/domain/ship-by'
import type { CompanySettings } from './documents/catalog'

/** When something ordered now leaves the house, in words. */
export const promiseOf = (settings: CompanySettings, now: number, language: Language): string =>
  inLanguage(settings.delivery.promise[shippingDay(now)], language)
