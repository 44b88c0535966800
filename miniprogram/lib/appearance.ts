import { windowColors } from './window-colors'

/** How the member wants it to look; `system` follows the phone. */
export type ThemeChoice = 'system' | 'light' | 'dark'

/** What every page needs to draw itself: theme and the measures of WeChat's own bars, in px. */
export interface Appearance {
  /** `theme-light` or `theme-dark` when the member has chosen, else empty. */
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
}

const storageKey = 'theme'

export function themeChoice(): ThemeChoice {
  const stored: unknown = wx.getStorageSync(storageKey)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

export function chooseTheme(choice: ThemeChoice): void {
  wx.setStorageSync(storageKey, choice)
}

export function measureAppearance(): Appearance {
  const choice = themeChoice()
  const isDark = choice === 'system' ? wx.getAppBaseInfo().theme === 'dark' : choice === 'dark'
  const { statusBarHeight, windowWidth } = wx.getWindowInfo()
  const capsule = wx.getMenuButtonBoundingClientRect()
  const barHeight = (capsule.top - statusBarHeight) * 2 + capsule.height
  return {
    themeClass: choice === 'system' ? '' : `theme-${choice}`,
    isDark,
    statusBarHeight,
    barHeight,
    topHeight: statusBarHeight + barHeight,
    capsuleSpace: windowWidth - capsule.left + 8,
    isWide: windowWidth >= 600,
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
