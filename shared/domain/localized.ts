import type { Language } from '../contract/define'

/** A text of the company's in both languages of the interface. */
export interface Localized {
  zh: string
  en: string
}

/** The text in the reader's language. */
export const inLanguage = (text: Localized, language: Language): string =>
  language === 'en' ? text.en : text.zh
