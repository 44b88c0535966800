import { isHan, runsOf } from '../../../shared/domain/search-text'
import { indexTokens } from '../../../shared/domain/search-tokens'
import { slipKeys } from '../../../shared/domain/search-slips'
import type { Language } from '../../../shared/contract/define'
import type { ProductDocument, SearchWordDocument } from '../documents/catalog'

/** A word that is proposed while somebody types, and found again after a slip. */
export const searchWord = (
  language: Language,
  text: string,
  productCount: number,
  pinyin?: readonly string[],
): SearchWordDocument => ({
  _id: `${language}:${text}`,
  text,
  language,
  tokens: indexTokens([{ text, isName: true, isTyped: true, ...(pinyin ? { pinyin } : {}) }]),
  slips: slipKeys(text, pinyin),
  productCount,
})

const shortestWord = 3
/** A longer name is nothing people type; the product itself is shown while they do. */
const longestName = 8
const longestLatinName = 24

/** The words a product teaches the search: its names, what else it is called, its Latin words. */
export function wordsOf({
  name,
  keywords = [],
  pinyin,
}: Pick<ProductDocument, 'name' | 'keywords' | 'pinyin'>): SearchWordDocument[] {
  const latin = runsOf(name.en).filter((run) => /^[a-z]+$/.test(run) && run.length >= shortestWord)
  const words = [
    ...(name.zh.length <= longestName ? [searchWord('zh-CN', name.zh, 1, pinyin)] : []),
    ...(name.en.length <= longestLatinName ? [searchWord('en', name.en, 1)] : []),
    ...keywords.map((text) => searchWord(isHan(text) ? 'zh-CN' : 'en', text, 1)),
    ...latin.map((text) => searchWord('en', text, 1)),
  ]
  return [...new Map(words.map((word) => [word._id, word])).values()]
}
