import type { Problem } from '../../compile/compiled-package'
import type { Make } from '../../surfaces/dom'

/** What went wrong, over the page, with file and line. */
export interface Overlay {
  readonly element: HTMLElement
  /** Problems of the sources that keep the page from being shown; none takes them away. */
  showProblems(title: string, problems: readonly Problem[]): void
  /** A failure at run time; it stays until it is closed. */
  showFailure(message: string, stack: string): void
}

export function createOverlay(make: Make): Overlay {
  const title = make('h2')
  const problemList = make('div')
  const sources = make('section', { hidden: true }, title, problemList)
  const failureList = make('div')
  const failures = make(
    'section',
    { hidden: true },
    make('h2', {}, 'The page failed'),
    failureList,
    make('button', { onClick: () => closeFailures() }, 'Close'),
  )
  const element = make('div', { class: 'problems', role: 'alert', hidden: true }, sources, failures)
  const known = new Set<string>()
  const refresh = (): void => {
    element.hidden = sources.hidden && failures.hidden
  }
  const entry = (place: string, text: string): HTMLElement =>
    make('article', {}, make('div', { class: 'place' }, place), text)
  const closeFailures = (): void => {
    known.clear()
    failureList.replaceChildren()
    failures.hidden = true
    refresh()
  }
  return {
    element,
    showProblems(heading, problems) {
      title.textContent = heading
      problemList.replaceChildren(
        ...problems.map(({ file, line, column, message }) =>
          entry(`${file}:${line}:${column}`, message),
        ),
      )
      sources.hidden = problems.length === 0
      refresh()
    },
    showFailure(message, stack) {
      const text = stack.includes(message) ? stack : `${message}\n${stack}`
      // A failure that repeats, as in a timer, is shown once.
      if (known.has(text)) return
      known.add(text)
      failureList.append(entry(placeInStack(stack), text))
      failures.hidden = false
      refresh()
    },
  }
}

/** The first place of a stack that is a file of the package. */
function placeInStack(stack: string): string {
  return /([\w./-]+\.(?:ts|js|wxs):\d+:\d+)/.exec(stack)?.[1] ?? ''
}
