import type { EditorState } from './editor-form'

/** Lists of the editor that begin empty and grow by a line. */
export type ListName = 'story' | 'facts' | 'tastes'

const text = () => ({ zh: '', en: '' })

/** The list with one more, still empty. */
export function addedTo(state: EditorState, list: ListName): EditorState[ListName] {
  switch (list) {
    case 'story':
      return [...state.story, text()]
    case 'facts':
      return [...state.facts, { name: text(), value: text() }]
    case 'tastes':
      return [...state.tastes, { name: text(), level: 3 }]
  }
}

/** The items without the one in this place. */
export const without = <T>(items: readonly T[], index: number): T[] =>
  items.filter((_, place) => place !== index)

/** The items with one of them in another place. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = without(items, from)
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)]
}

/** A scale of points: a tap sets it, and a tap on its last point takes that one off. */
export const levelAfter = (now: number, tapped: number): number =>
  tapped === now ? tapped - 1 : tapped
