import type { Problem } from '../../compile/compiled-package'
import type { Make } from '../../surfaces/dom'

/** What went wrong, over the page, with file and line. It stays until it is closed or mended. */
export interface Overlay {
  readonly element: HTMLElement
  /** Problems of the sources: they cannot be closed, only mended. */
  showProblems(title: string, problems: readonly Problem[]): void
  /** A failure at run time, added to those that are shown. */
  showFailure(message: string, stack: string): void
  clear(): void
}

export function createOverlay(make: Make): Overlay {
  const title = make('h2')
  const list = make('div')
  const close = make('button', { onClick: () => clear() }, 'Close')
  const element = make(
    'div',
    { class: 'problems', role: 'alert', hidden: true },
    title,
    list,
    close,
  )
  const shown = new Set<string>()
  const add = (place: string, text: string): void => {
    const key = `${place}\n${text}`
    if (shown.has(key)) return
    shown.add(key)
    list.append(make('article', {}, make('div', { class: 'place' }, place), text))
    element.hidden = false
  }
  const clear = (): void => {
    shown.clear()
    list.replaceChildren()
    element.hidden = true
  }
  return {
    element,
    clear,
    showProblems(heading, problems) {
      clear()
      title.textContent = heading
      close.hidden = true
      for (const { file, line, column, message } of problems) {
        add(`${file}:${line}:${column}`, message)
      }
    },
    showFailure(message, stack) {
      if (element.hidden) {
        title.textContent = 'The page failed'
        close.hidden = false
      }
      add(placeInStack(stack), stack.includes(message) ? stack : `${message}\n${stack}`)
    },
  }
}

/** The first place of a stack that lies in the package. */
function placeInStack(stack: string): string {
  const found = /miniprogram:\/\/\/([^\s)]+)/.exec(stack)
  return found?.[1] ? decodeURI(found[1]) : ''
}
