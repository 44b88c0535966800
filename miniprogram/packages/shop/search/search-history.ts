const storageKey = 'searchHistory'
const limit = 10

/** The words searched for on this phone, newest first. */
export function searchHistory(): string[] {
  const stored: unknown = wx.getStorageSync(storageKey)
  return Array.isArray(stored)
    ? stored.filter((word): word is string => typeof word === 'string').slice(0, limit)
    : []
}

/** Puts a word first and keeps the last ten; returns what is kept. */
export function rememberSearch(word: string): string[] {
  const words = withWord(searchHistory(), word)
  wx.setStorageSync(storageKey, words)
  return words
}

/** Forgets one word; returns what is kept. */
export function forgetSearch(word: string): string[] {
  const words = searchHistory().filter((other) => other !== word)
  wx.setStorageSync(storageKey, words)
  return words
}

export function forgetSearches(): void {
  wx.removeStorageSync(storageKey)
}

/** A word that was there moves to the front; the oldest falls out. */
export const withWord = (words: readonly string[], word: string): string[] =>
  [word, ...words.filter((other) => other !== word)].slice(0, limit)
