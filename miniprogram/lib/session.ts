import type { Me } from '../../shared/contract/member'
import type { Language } from '../../shared/contract/define'
import type { Accent } from '../../shared/domain/accent'
import { chooseTheme, companyAccent, keepAccent, measureAppearance } from './appearance'
import type { Appearance, ThemeChoice } from './appearance'
import { call } from './call'
import { chooseLanguage, currentLanguage } from './language'
import { createStore } from './store'

export interface Session {
  language: Language
  appearance: Appearance
  /** Absent until the first answer; nothing waits for it. */
  me?: Me
}

/** Who is here and how they want it to look. Pages read it through `definePage`. */
export const session = createStore<Session>({
  language: currentLanguage(),
  appearance: measureAppearance(),
})

/** Loads or reloads who is here, and says whether it is known now; a failure keeps what was known. */
export async function loadMe(): Promise<boolean> {
  const result = await call('member.getMe', {})
  if (result.ok) session.set({ me: result.data })
  return session.get().me !== undefined
}

export function switchLanguage(language: Language): void {
  chooseLanguage(language)
  session.set({ language })
}

export function switchTheme(choice: ThemeChoice): void {
  chooseTheme(choice)
  session.set({ appearance: measureAppearance() })
}

/** Wears the company's accent, also the next time from the first frame on. */
export function followAccent(accent: Accent): void {
  if (accent === companyAccent()) return
  keepAccent(accent)
  session.set({ appearance: measureAppearance() })
}

/** Follows the phone's theme and window; called once by the app. */
export function followPhone(): void {
  const measure = () => session.set({ appearance: measureAppearance() })
  wx.onThemeChange(measure)
  wx.onWindowResize(measure)
}
