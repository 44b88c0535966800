import type { Home } from '../../shared/contract/catalog'
import type { Language } from '../../shared/contract/define'
import { call } from './call'
import { currentLanguage } from './language'
import { followAccent } from './session'

/** How the company shows itself; empty texts as long as nothing has been heard of it. */
interface CompanySign {
  name: string
  /** Cloud file id; empty when it has no picture of its own. */
  logo: string
}

const logoKey = 'companyLogo'
/** The name is said in the reader's language, so each has its own. */
const nameKey = (language: Language) => `companyName-${language}`

/** The company as it was last heard of, so that the first frame has it, and a phone without a net. */
export function keptCompany(): CompanySign {
  return { name: storedText(nameKey(currentLanguage())), logo: storedText(logoKey) }
}

/** Keeps what the home page was told in a language, and wears the company's accent. */
export function followCompany({ name, logo, accent }: Home['company'], language: Language): void {
  keep(nameKey(language), name)
  keep(logoKey, logo ?? '')
  followAccent(accent)
}

/** The company's name, asked for where a shared page was opened before the home page ever was. */
export async function askCompanyName(): Promise<string> {
  const { name } = keptCompany()
  if (name !== '') return name
  const language = currentLanguage()
  const result = await call('catalog.getHome', {})
  if (!result.ok) return ''
  followCompany(result.data.company, language)
  return result.data.company.name
}

function storedText(key: string): string {
  const stored: unknown = wx.getStorageSync(key)
  return typeof stored === 'string' ? stored : ''
}

function keep(key: string, text: string): void {
  if (storedText(key) !== text) wx.setStorageSync(key, text)
}
