import type { Make } from '../../surfaces/dom'
import type { TabBarConfig, TabItem } from '../page-config'

interface TabMark {
  badge?: string
  hasDot?: boolean
}

/** WeChat's own tab bar. Each tab page has one on its layer; all show the same state. */
export interface TabBar {
  /** A bar for the page at this route. */
  createFor(route: string): HTMLElement
  /** Colours and texts of the theme that is now on. */
  configure(config: TabBarConfig): void
  setItem(index: number, change: Partial<TabItem>): void
  setStyle(
    change: Partial<
      Pick<TabBarConfig, 'color' | 'selectedColor' | 'backgroundColor' | 'borderStyle'>
    >,
  ): void
  setMark(index: number, mark: TabMark): void
  setHidden(isHidden: boolean): void
  readonly isHidden: boolean
  has(index: number): boolean
}

export function createTabBar(
  make: Make,
  initial: TabBarConfig,
  onTap: (index: number) => void,
): TabBar {
  const bars: { element: HTMLElement; route: string }[] = []
  const marks: TabMark[] = []
  const changes: { items: Partial<TabItem>[]; style: Partial<TabBarConfig> } = {
    items: [],
    style: {},
  }
  let config = initial
  let isHidden = false

  const drawItem = (item: TabItem, index: number, route: string): HTMLElement => {
    const isSelected = item.pagePath === route
    const icon = isSelected ? item.selectedIconPath || item.iconPath : item.iconPath
    const mark = marks[index] ?? {}
    return make(
      'button',
      { role: 'tab', 'aria-selected': String(isSelected), onClick: () => onTap(index) },
      icon !== '' && make('img', { src: `/phone/package/${icon.replace(/^\//, '')}`, alt: '' }),
      make('span', icon === '' ? { class: 'text-only' } : {}, item.text),
      mark.hasDot === true && make('i', { class: 'badge', 'data-dot': true }),
      mark.badge !== undefined && make('i', { class: 'badge' }, mark.badge),
    )
  }

  const draw = (): void => {
    const style = { ...config, ...changes.style }
    for (let index = bars.length - 1; index >= 0; index -= 1) {
      const bar = bars[index]
      if (!bar) continue
      const { element, route } = bar
      element.hidden = isHidden
      element.style.setProperty('--tabs', style.backgroundColor)
      element.style.setProperty('--tab', style.color)
      element.style.setProperty('--tab-selected', style.selectedColor)
      const line = style.borderStyle === 'white' ? 'rgba(255,255,255,.15)' : 'rgba(0,0,0,.2)'
      element.style.setProperty('--tabs-line', line)
      element.replaceChildren(
        ...config.items.map((item, at) => drawItem({ ...item, ...changes.items[at] }, at, route)),
      )
    }
  }

  return {
    createFor(route) {
      const element = make('nav', { class: 'tabs', role: 'tablist' })
      bars.push({ element, route })
      draw()
      return element
    },
    configure(next) {
      config = next
      draw()
    },
    setItem(index, change) {
      changes.items[index] = { ...changes.items[index], ...change }
      draw()
    },
    setStyle(change) {
      changes.style = { ...changes.style, ...change }
      draw()
    },
    setMark(index, mark) {
      marks[index] = mark
      draw()
    },
    setHidden(next) {
      isHidden = next
      draw()
    },
    get isHidden() {
      return isHidden
    },
    has: (index) => config.items[index] !== undefined,
  }
}
