import type { CompiledPackage } from '../compile/compiled-package'

export interface TabItem {
  pagePath: string
  text: string
  iconPath: string
  selectedIconPath: string
}

/** What app.json and a page's own file say about how a page looks, with theme variables filled in. */
export interface PageConfig {
  title: string
  barColor: string
  barText: 'black' | 'white'
  isCustomBar: boolean
  backgroundColor: string
  contentColor: string
  dots: 'dark' | 'light'
  canPullDown: boolean
  bottomDistance: number
  canScroll: boolean
  isResizable: boolean
  homeButton: boolean
}

export interface TabBarConfig {
  items: TabItem[]
  isCustom: boolean
  color: string
  selectedColor: string
  backgroundColor: string
  borderStyle: 'black' | 'white'
}

export type Theme = 'light' | 'dark'

/** The theme the mini program is in: WeChat's dark theme reaches only those that declare it. */
export function effectiveTheme(compiled: CompiledPackage, wanted: Theme): Theme {
  return compiled.app.darkmode === true ? wanted : 'light'
}

export function pageConfig(compiled: CompiledPackage, route: string, theme: Theme): PageConfig {
  const own = compiled.components[route]?.config ?? {}
  const settings: Record<string, unknown> = { ...recordOf(compiled.app.window), ...own }
  const text = (name: string, fallback: string): string =>
    themed(compiled, theme, settings[name], fallback)
  return {
    title: text('navigationBarTitleText', ''),
    barColor: text('navigationBarBackgroundColor', theme === 'dark' ? '#191919' : '#000000'),
    barText: text('navigationBarTextStyle', 'white') === 'black' ? 'black' : 'white',
    isCustomBar: text('navigationStyle', 'default') === 'custom',
    backgroundColor: text('backgroundColor', theme === 'dark' ? '#191919' : '#ffffff'),
    contentColor: text('backgroundColorContent', theme === 'dark' ? '#191919' : '#ffffff'),
    dots: text('backgroundTextStyle', 'dark') === 'light' ? 'light' : 'dark',
    canPullDown: settings.enablePullDownRefresh === true,
    bottomDistance: numberOf(settings.onReachBottomDistance, 50),
    canScroll: settings.disableScroll !== true,
    isResizable: compiled.app.resizable === true || settings.pageOrientation === 'auto',
    homeButton: settings.homeButton === true,
  }
}

export function tabBarConfig(compiled: CompiledPackage, theme: Theme): TabBarConfig | null {
  const bar = recordOf(compiled.app.tabBar)
  if (!Array.isArray(bar.list)) return null
  const text = (from: Record<string, unknown>, name: string, fallback = ''): string =>
    themed(compiled, theme, from[name], fallback)
  return {
    items: bar.list.map((item) => {
      const entry = recordOf(item)
      return {
        pagePath: text(entry, 'pagePath').replace(/^\//, ''),
        text: text(entry, 'text'),
        iconPath: text(entry, 'iconPath'),
        selectedIconPath: text(entry, 'selectedIconPath'),
      }
    }),
    isCustom: bar.custom === true,
    color: text(bar, 'color', '#666666'),
    selectedColor: text(bar, 'selectedColor', '#07c160'),
    backgroundColor: text(bar, 'backgroundColor', theme === 'dark' ? '#191919' : '#ffffff'),
    borderStyle: text(bar, 'borderStyle', 'black') === 'white' ? 'white' : 'black',
  }
}

function themed(compiled: CompiledPackage, theme: Theme, value: unknown, fallback: string): string {
  if (typeof value !== 'string') return fallback
  if (!value.startsWith('@')) return value
  return compiled.theme[theme][value.slice(1)] ?? fallback
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function numberOf(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback
}
