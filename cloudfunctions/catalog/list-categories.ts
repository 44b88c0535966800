import { inLanguage } from '../../shared/domain/localized'
import { companyCategories, companySettings } from '../_kit/company'
import type { HandlerOf } from '../_kit/handler-of'

export const listCategories: HandlerOf<'catalog.listCategories'> = async (_input, { language }) => {
  const [settings, categories] = await Promise.all([companySettings(), companyCategories()])
  return {
    categories: categories.map(({ _id, parentId, name, line, plate, productCount }) => ({
      id: _id,
      ...(parentId === undefined ? {} : { parentId }),
      name: inLanguage(name, language),
      line: inLanguage(line, language),
      plate,
      productCount,
    })),
    searchHint: inLanguage(settings.search.hint, language),
  }
}
