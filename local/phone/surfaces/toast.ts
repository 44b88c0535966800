import { icon, type IconName } from './icon'
import type { Stage } from './stage'

interface ToastOptions {
  kind: 'toast' | 'loading'
  title: string
  icon: string
  image?: string
  mask: boolean
  /** Milliseconds; a loading stays until it is hidden. */
  duration?: number
}

/** The one toast or loading a phone shows at a time. */
export interface Toast {
  show(options: ToastOptions): void
  /** Hides it; false when nothing of that kind was shown. */
  hide(kind: 'toast' | 'loading' | 'any'): boolean
  /** Takes the toast away when the page that showed it is no longer on top. */
  leavePage(): void
}

const ICONS: Record<string, IconName> = { success: 'check', error: 'warn' }

/** The toast of a phone. `imageUrl` turns a path of the mini program into an address. */
export function createToast(stage: Stage, imageUrl: (path: string) => string): Toast {
  stage.style('toast', STYLE)
  const { make, document, host } = stage
  let shown: { kind: 'toast' | 'loading'; element: HTMLElement; page?: number } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const remove = (): void => {
    clearTimeout(timer)
    shown?.element.remove()
    shown = undefined
  }
  const picture = ({ image, icon: name }: ToastOptions): Element | undefined => {
    if (image) return make('img', { src: imageUrl(image), alt: '' })
    if (name === 'loading') return make('i', { class: 'wxs-spinner' })
    const known = ICONS[name]
    return known && icon(document, known, 40, 1.6)
  }
  return {
    show(options) {
      remove()
      const drawn = picture(options)
      const box = make(
        'div',
        { class: drawn ? 'wxs-toast-box' : 'wxs-toast-box wxs-toast-text', role: 'status' },
        drawn,
        make('p', {}, options.title),
      )
      const element = make(
        'div',
        { class: 'wxs-toast', 'data-surface': options.kind, 'data-mask': options.mask },
        box,
      )
      stage.root.append(element)
      shown = { kind: options.kind, element, page: host.currentPage()?.id }
      if (options.duration !== undefined) timer = setTimeout(remove, options.duration)
    },
    hide(kind) {
      if (!shown || (kind !== 'any' && shown.kind !== kind)) return false
      remove()
      return true
    },
    leavePage() {
      if (shown && shown.page !== host.currentPage()?.id) remove()
    },
  }
}

const STYLE = `
.wxs-toast { position: absolute; inset: 0; display: grid; place-items: center; padding: 40px; pointer-events: none }
.wxs-toast[data-mask] { pointer-events: auto }
.wxs-toast-box { display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 12px; min-width: 136px; min-height: 136px; max-width: 200px; padding: 20px 16px; border-radius: 12px; background: #4c4c4c; color: rgba(255,255,255,.95); text-align: center; animation: wxs-fade .15s ease-out }
.wxs-toast-box p { max-width: 168px; overflow-wrap: anywhere; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden }
.wxs-toast-text { min-width: 0; min-height: 0; max-width: 280px; padding: 12px 16px; border-radius: 8px }
.wxs-toast-text p { max-width: 248px; font-size: 15px }
.wxs-toast-box img { width: 40px; height: 40px; object-fit: contain }
.wxs[data-theme="dark"] .wxs-toast-box { background: #606060 }
.wxs-spinner { display: block; width: 36px; height: 36px; border-radius: 50%; border: 3px solid rgba(255,255,255,.25); border-top-color: rgba(255,255,255,.95); animation: wxs-turn 1s linear infinite }
`
