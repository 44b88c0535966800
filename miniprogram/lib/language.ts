import type { Language } from '../../shared/contract/define'
import { messages } from '../../shared/messages/messages'
import type { MessageGroup, MessageTexts } from '../../shared/messages/messages'

const storageKey = 'language'
let chosen: Language | undefined

/** The member's own choice, else the phone's language, else Chinese. */
export function currentLanguage(): Language {
  if (!chosen) {
    const stored: unknown = wx.getStorageSync(storageKey)
    chosen =
      stored === 'zh-CN' || stored === 'en'
        ? stored
        : wx.getAppBaseInfo().language.startsWith('en')
          ? 'en'
          : 'zh-CN'
  }
  return chosen
}

/** Remembers the choice; pages show it when they are told through the session store. */
export function chooseLanguage(language: Language): void {
  chosen = language
  wx.setStorageSync(storageKey, language)
}

/** The texts of some groups in the current language, for `{{t.cart.title}}` in a page. */
export function textsOf<G extends MessageGroup>(groups: readonly G[]): Pick<MessageTexts, G> {
  const all = messages[currentLanguage()]
  const picked: Partial<MessageTexts> = {}
  for (const group of groups) picked[group] = all[group]
  return picked as Pick<MessageTexts, G>
}

/**
 * Fills `{name}` places of a text. Between Chinese and letters or digits it leaves the space that
 * good setting asks for, whatever is filled in.
 */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string, at: number) => {
    const value = String(values[name] ?? place)
    const before = needsSpace(text.charAt(at - 1), value.charAt(0)) ? ' ' : ''
    const after = needsSpace(value.slice(-1), text.charAt(at + place.length)) ? ' ' : ''
    return before + value + after
  })

const han = /[\u4e00-\u9fff]/
const latin = /[A-Za-z0-9¥]/
const needsSpace = (left: string, right: string) =>
  (han.test(left) && latin.test(right)) || (latin.test(left) && han.test(right))
