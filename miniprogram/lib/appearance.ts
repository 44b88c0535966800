import { accents } from '../../shared/domain/accent'
import type { Accent } from '../../shared/domain/accent'
import { windowColors } from './window-colors'

/** How the member wants it to look; `system` follows the phone. */
export type ThemeChoice = 'system' | 'light' | 'dark'

/** What every page needs to draw itself: theme and the measures of WeChat's own bars, in px. */
export interface Appearance {
  /**
   * `theme-light` or `theme-dark` when the member has chosen, and the company's accent when it is
   * not the usual one.
   */
  themeClass: string
  isDark: boolean
  statusBarHeight: number
  /** Height of the custom navigation bar under the status bar. */
  barHeight: number
  /** Where the page begins under both bars. */
  topHeight: number
  /** Room to keep free at the right for WeChat's capsule. */
  capsuleSpace: number
  /** From 600 px on, pages show more and not bigger. */
  isWide: boolean
  /** From 1024 px on, a list of the staff's desk has the ways to the rest and its detail beside it. */
  isBeside: boolean
}

const storageKey = 'theme'
const accentKey = 'accent'

export function themeChoice(): ThemeChoice {
  const stored: unknown = wx.getStorageSync(storageKey)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

export function chooseTheme(choice: ThemeChoice): void {
  wx.setStorageSync(storageKey, choice)
}

/** The company's accent as it was last heard of, so that the first frame has it. */
export function companyAccent(): Accent {
  const stored: unknown = wx.getStorageSync(accentKey)
  return accents.find((accent) => accent === stored) ?? 'dai'
}

export function keepAccent(accent: Accent): void {
  wx.setStorageSync(accentKey, accent)
}

const classesOf = (choice: ThemeChoice, accent: Accent): string =>
  [choice === 'system' ? '' : `theme-${choice}`, accent === 'dai' ? '' : `accent accent-${accent}`]
    .filter(Boolean)
    .join(' ')

export function measureAppearance(): Appearance {
  const choice = themeChoice()
  const isDark = choice === 'system' ? wx.getAppBaseInfo().theme === 'dark' : choice === 'dark'
  const { statusBarHeight, windowWidth } = wx.getWindowInfo()
  const capsule = wx.getMenuButtonBoundingClientRect()
  const barHeight = (capsule.top - statusBarHeight) * 2 + capsule.height
  return {
    themeClass: classesOf(choice, companyAccent()),
    isDark,
    statusBarHeight,
    barHeight,
    topHeight: statusBarHeight + barHeight,
    capsuleSpace: windowWidth - capsule.left + 8,
    isWide: windowWidth >= 600,
    isBeside: windowWidth >= 1024,
  }
}

/** Gives what WeChat draws around the page (status bar, the ground behind it) the same theme. */
export function paintWindow({ isDark }: Appearance): void {
  const { surface, statusBarText } = windowColors[isDark ? 'dark' : 'light']
  void wx.setNavigationBarColor({ frontColor: statusBarText, backgroundColor: surface })
  void wx.setBackgroundColor({
    backgroundColor: surface,
    backgroundColorTop: surface,
    backgroundColorBottom: surface,
  })
  void wx.setBackgroundTextStyle({ textStyle: isDark ? 'light' : 'dark' })
}
