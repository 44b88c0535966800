import { inLanguage } from '../../shared/domain/localized'
import { companySettings } from '../_kit/company'
import type { HandlerOf } from '../_kit/handler-of'

export const getSearchWords: HandlerOf<'catalog.getSearchWords'> = async (_input, { language }) => {
  const { search } = await companySettings()
  return { hint: inLanguage(search.hint, language), hotWords: search.hotWords[language] }
}
