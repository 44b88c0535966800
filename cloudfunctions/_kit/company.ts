import { cached } from './cached'
import { db } from './db'
import type { CategoryDocument, CompanySettings } from './documents/catalog'
import { listCategories } from './repos/categories'

const keepMs = 30_000

/** The company's settings, at most 30 seconds old. Without them nothing works: throws. */
export const companySettings: () => Promise<CompanySettings> = cached(keepMs, async () => {
  const settings = await db.settings.get('company')
  if (!settings) throw new Error('settings/company is missing: run the seed or the deploy script')
  return settings
})

/** All categories in the company's order, at most 30 seconds old. */
export const companyCategories: () => Promise<CategoryDocument[]> = cached(keepMs, listCategories)
