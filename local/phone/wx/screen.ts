import type { PhoneHost } from '../runtime/types'

/** Height of the status bar of the phone that is drawn, an iPhone with a notch. */
export const STATUS_BAR_HEIGHT = 44
/** Height of WeChat's own navigation bar. */
export const NAVIGATION_BAR_HEIGHT = 44
/** The strip at the bottom that belongs to the home indicator. */
const HOME_INDICATOR_HEIGHT = 34

/** The capsule at the top right, in px from the left and top of the screen. */
export interface Capsule {
  width: number
  height: number
  top: number
  right: number
  bottom: number
  left: number
}

/** Where WeChat draws its capsule on a screen of this width. */
export function capsuleOn(screenWidth: number): Capsule {
  const width = 87
  const height = 32
  const top = STATUS_BAR_HEIGHT + 4
  const right = screenWidth - 7
  return { width, height, top, right, bottom: top + height, left: right - width }
}

/** What `wx.getWindowInfo` returns, measured on the page that is shown. */
export function windowInfoOf(host: PhoneHost): Record<string, unknown> {
  const { width: screenWidth, height: screenHeight, pixelRatio } = screenOf(host)
  const page = host.currentPage()?.window
  const windowWidth = page?.innerWidth || screenWidth
  const windowHeight = page?.innerHeight || screenHeight - STATUS_BAR_HEIGHT - NAVIGATION_BAR_HEIGHT
  const bottom = screenHeight - HOME_INDICATOR_HEIGHT
  return {
    pixelRatio,
    screenWidth,
    screenHeight,
    windowWidth,
    windowHeight,
    statusBarHeight: STATUS_BAR_HEIGHT,
    screenTop: Math.max(0, screenHeight - windowHeight),
    safeArea: {
      left: 0,
      right: screenWidth,
      top: STATUS_BAR_HEIGHT,
      bottom,
      width: screenWidth,
      height: bottom - STATUS_BAR_HEIGHT,
    },
  }
}

function screenOf(host: PhoneHost): { width: number; height: number; pixelRatio: number } {
  const view = host.document.defaultView
  if (!view) throw new Error('The phone has no window: its screen cannot be measured')
  return { width: view.innerWidth, height: view.innerHeight, pixelRatio: view.devicePixelRatio }
}
