import type { Make } from '../../surfaces/dom'
import type { PageConfig } from '../page-config'
import { BACK, HOME, SPINNER } from './glyphs'
import { createPullIndicator, type PullIndicator } from './pull-indicator'

interface LayerLook extends PageConfig {
  isLoading?: boolean
}

/** One page on the screen: WeChat's navigation bar, the page's window, and the tab bar below. */
export interface PageLayer {
  readonly element: HTMLElement
  readonly window: Window & typeof globalThis
  readonly pull: PullIndicator
  readonly look: LayerLook | undefined
  show(look: LayerLook): void
  setVisible(isVisible: boolean): void
  remove(): void
}

export interface LayerOptions {
  make: Make
  parent: HTMLElement
  /** The first page of the stack has no way back; it may have a way home. */
  left: 'back' | 'home' | 'none'
  tabBar: HTMLElement | null
  title: string
  onBack(): void
  onHome(): void
  changed(): void
}

export function createPageLayer(options: LayerOptions): PageLayer {
  const { make, parent, left, tabBar, onBack, onHome } = options
  const title = make('span')
  const spinner = make('i', { class: 'spin', hidden: true })
  spinner.innerHTML = SPINNER
  const back = make('button', { 'aria-label': '返回', onClick: onBack })
  back.innerHTML = BACK
  const home = make('button', { 'aria-label': '首页', onClick: onHome })
  home.innerHTML = HOME
  const bar = make(
    'header',
    { class: 'bar' },
    make('div', { class: 'bar-left' }, left === 'back' && back, left === 'home' && home),
    make('div', { class: 'bar-title', role: 'heading' }, spinner, title),
  )
  const frame = make('iframe', { title: options.title })
  const pulled = make('div', { class: 'pulled' }, frame)
  const pull = createPullIndicator(make, pulled)
  const view = make('div', { class: 'view' }, pull.element, pulled)
  const element = make('section', { class: 'layer' }, bar, view, tabBar ?? undefined)
  parent.append(element)
  const window = frame.contentWindow as (Window & typeof globalThis) | null
  if (!window) throw new Error('The page has no window')
  window.document.open()
  window.document.write(
    '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body></body></html>',
  )
  window.document.close()
  let shown: LayerLook | undefined
  return {
    element,
    window,
    pull,
    get look() {
      return shown
    },
    show(look) {
      shown = look
      bar.hidden = look.isCustomBar
      title.textContent = look.title
      spinner.hidden = !look.isLoading
      home.hidden = look.homeButton === false && left !== 'home'
      const colors = {
        '--bar': look.barColor,
        '--bar-text': look.barText === 'black' ? '#000' : '#fff',
        '--background': look.backgroundColor,
        '--content': look.contentColor,
        '--dots': look.dots === 'dark' ? '#000' : '#fff',
      }
      for (const [name, value] of Object.entries(colors)) element.style.setProperty(name, value)
      const hasTabs = tabBar !== null && !tabBar.hidden
      const root = window.document.documentElement.style
      root.setProperty('--safe-area-inset-top', look.isCustomBar ? '44px' : '0px')
      root.setProperty('--safe-area-inset-bottom', hasTabs ? '0px' : '34px')
      root.setProperty('--safe-area-inset-left', '0px')
      root.setProperty('--safe-area-inset-right', '0px')
      options.changed()
    },
    setVisible: (isVisible) => element.toggleAttribute('data-visible', isVisible),
    remove: () => element.remove(),
  }
}
