/**
 * What the wx APIs tell the phone with `host.send`, and hear from it with `host.on`. The runtime
 * draws or does what is sent, and sends what is heard.
 */

/** `host.send('tabBar', change)`: the tab bar of the current tab page looks different. */
export type TabBarChange =
  | {
      type: 'item'
      index: number
      text?: string
      iconPath?: string
      selectedIconPath?: string
      visible?: boolean
    }
  | {
      type: 'style'
      color?: string
      selectedColor?: string
      backgroundColor?: string
      borderStyle?: string
    }
  /** A text of at most four characters; `undefined` takes the badge away. */
  | { type: 'badge'; index: number; text: string | undefined }
  | { type: 'redDot'; index: number; shown: boolean }
  | { type: 'visible'; shown: boolean; animation: boolean }

/** `host.send('background', change)`: what shows behind and above the current page. */
export interface BackgroundChange {
  backgroundColor?: string
  backgroundColorTop?: string
  backgroundColorBottom?: string
  textStyle?: 'dark' | 'light'
}

/** `host.send('pullDownRefresh', state)`: the page starts, or ends, refreshing by itself. */
export interface PullDownRefreshState {
  refreshing: boolean
}

/** `host.send('openLocalPhone', request)`: the desk shows another user's phone at this page. */
export interface OpenLocalPhone {
  user: string
  /** Path and query without the leading slash. */
  path: string
  scene: number
}

/** `host.send('enter', request)`: the mini program comes to the front at a page, as from a message. */
export interface EnterRequest {
  path: string
  scene: number
}
