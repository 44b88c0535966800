import type { ProductChoices } from '../../../shared/contract/goods'
import type { Language } from '../../../shared/contract/define'
import { inLanguage } from '../../../shared/domain/localized'
import { companyCategories } from '../../_kit/company'
import type { CategoryDocument } from '../../_kit/documents/catalog'
import type { HandlerOf } from '../../_kit/handler-of'
import { listFreightTemplates } from '../../_kit/repos/goods'
import { grouped } from './grouped'

export const getProductChoices: HandlerOf<'console.getProductChoices'> = async (
  _input,
  { language },
) => {
  const [categories, templates] = await Promise.all([companyCategories(), listFreightTemplates()])
  return {
    categories: treeOf(categories, language),
    freightTemplates: templates.map(({ _id, name }) => ({ id: _id, name })),
  }
}

/** Every category below its parent, in the company's order. */
function treeOf(
  categories: readonly CategoryDocument[],
  language: Language,
): ProductChoices['categories'] {
  const known = new Set(categories.map(({ _id }) => _id))
  // One whose parent is gone stands at the top, so that it can still be chosen.
  const childrenOf = grouped(categories, ({ parentId }) =>
    parentId !== undefined && known.has(parentId) ? parentId : undefined,
  )
  const below = (parentId: string | undefined, depth: number): ProductChoices['categories'] =>
    (childrenOf.get(parentId) ?? []).flatMap(({ _id, name }) => [
      { id: _id, name: inLanguage(name, language), depth, isLeaf: !childrenOf.has(_id) },
      ...below(_id, depth + 1),
    ])
  return below(undefined, 0)
}
