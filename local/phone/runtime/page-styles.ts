import type { CompiledPackage } from '../compile/compiled-package'
import type { ComponentRegistry } from './easel/component-registry'
import { settleStyle } from './styles'
import type { Theme } from './page-config'

/** The style sheets of one page's window; they are settled again when something they depend on changes. */
export interface PageStyles {
  /** Writes all sheets for the window as it is now, or only those that changed. */
  refresh(): void
}

interface Surroundings {
  compiled: CompiledPackage
  registry: ComponentRegistry
  theme(): Theme
}

/** Adds the sheets of a page (or of the custom tab bar) and of all components it uses. */
export function addPageStyles(
  view: Window,
  id: string,
  { compiled, registry, theme }: Surroundings,
): PageStyles {
  const { document } = view
  const written = new Map<string, { element: HTMLStyleElement; text: string }>()
  const write = (name: string, text: string): void => {
    const known = written.get(name)
    if (known?.text === text) return
    const element = known?.element ?? document.createElement('style')
    element.dataset.style = name
    element.textContent = text
    if (!known) document.head.append(element)
    written.set(name, { element, text })
  }
  const refresh = (): void => {
    const setting = { width: view.innerWidth, pixelRatio: view.devicePixelRatio, theme: theme() }
    const settled = (files: string[], scope: string, host: string): string =>
      files
        .map((file) => settleStyle(compiled.styles[file] ?? '', { ...setting, scope, host }))
        .join('\n')
    document.documentElement.dataset.theme = theme()
    if (takesAppStyles(compiled, id)) write('app', settled(compiled.appStyles, '', ''))
    for (const each of componentsOf(compiled, id)) {
      const name = registry.scopeName(each)
      const files = compiled.components[each]?.styles ?? []
      write(each, settled(files, registry.isScoped(each) ? name : '', name))
    }
  }
  refresh()
  return { refresh }
}

/** A page that isolates itself with a `page-` option does without app.wxss. */
function takesAppStyles(compiled: CompiledPackage, id: string): boolean {
  const isolation = compiled.components[id]?.config.styleIsolation
  return typeof isolation !== 'string' || !isolation.startsWith('page-')
}

/** A component and all below it, those used before those that use them. */
export function componentsOf(compiled: CompiledPackage, id: string): string[] {
  const order = new Set<string>()
  const entered = new Set<string>()
  const visit = (each: string): void => {
    const component = compiled.components[each]
    if (!component || entered.has(each)) return
    entered.add(each)
    const generics = Object.values(component.generics).filter((target) => target !== null)
    for (const used of [...Object.values(component.using), ...generics]) visit(used)
    order.add(each)
  }
  visit(id)
  return [...order]
}
