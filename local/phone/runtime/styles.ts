import { CLASS_MARK, DARK_MARK, HOST_MARK, LIGHT_MARK, RPX_MARK } from '../compile/style-marks'

/** What a style sheet depends on besides its own text. */
export interface StyleSetting {
  /** The name of the component's style scope; empty for what is shared with the page. */
  scope: string
  /** The name `:host` answers to. */
  host: string
  width: number
  pixelRatio: number
  theme: 'light' | 'dark'
}

const MARKS = new RegExp(
  `${CLASS_MARK}|${HOST_MARK}|${DARK_MARK}|${LIGHT_MARK}|${RPX_MARK}([^${RPX_MARK}]*)${RPX_MARK}`,
  'g',
)
/** Media conditions that always and never hold. */
const ALWAYS = '(min-width:0px)'
const NEVER = '(max-width:0px)'

/** A compiled style sheet as the browser can take it. */
export function settleStyle(css: string, setting: StyleSetting): string {
  const prefix = setting.scope === '' ? '' : `${setting.scope}--`
  const isDark = setting.theme === 'dark'
  return css.replace(MARKS, (mark: string, rpx: string | undefined) => {
    if (mark === CLASS_MARK) return prefix
    if (mark === HOST_MARK) return setting.host
    if (mark === DARK_MARK) return isDark ? ALWAYS : NEVER
    if (mark === LIGHT_MARK) return isDark ? NEVER : ALWAYS
    return pixels(Number(rpx), setting.width, setting.pixelRatio)
  })
}

/** The same for a `style` attribute, which WeChat converts when it is set. */
export function settleLengths(style: string, width: number, pixelRatio: number): string {
  let settled = style
  if (settled.includes('rpx')) {
    settled = settled.replace(
      /(^|[^\w.#-])(-?(?:\d+\.?\d*|\.\d+))rpx\b/g,
      (_, before: string, rpx: string) => before + pixels(Number(rpx), width, pixelRatio),
    )
  }
  if (!settled.includes('safe-area-inset')) return settled
  return settled.replace(/\b(?:env|constant)\(\s*(safe-area-inset-\w+)/g, 'var(--$1')
}

/**
 * WeChat's rule: rpx are cut down to whole pixels; what would vanish is a hairline, half a pixel
 * where the screen can show it.
 */
function pixels(rpx: number, width: number, pixelRatio: number): string {
  if (rpx === 0) return '0px'
  const size = Math.floor((Math.abs(rpx) / 750) * width + 0.0001)
  const shown = size === 0 ? (pixelRatio > 1 ? 0.5 : 1) : size
  return `${rpx < 0 ? -shown : shown}px`
}
