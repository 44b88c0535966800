/** What a key asks of the page the list is on. */
export type ListKey = 'select' | 'enter' | 'search'

/** What a key does to a list: `move` shows the item in that place of it. */
type KeyDeed = { kind: 'move'; index: number } | { kind: ListKey } | undefined

/**
 * Up and down move through `count` items, space selects, enter does what is next, a slash searches.
 * `index` is the item that is shown, -1 for none.
 */
export function deedOf(key: string, index: number, count: number): KeyDeed {
  switch (key) {
    case 'ArrowDown':
      return count > 0 ? { kind: 'move', index: Math.min(index + 1, count - 1) } : undefined
    case 'ArrowUp':
      return count > 0 ? { kind: 'move', index: Math.max(index - 1, 0) } : undefined
    case ' ':
      return index >= 0 ? { kind: 'select' } : undefined
    case 'Enter':
      return { kind: 'enter' }
    case '/':
      return { kind: 'search' }
    default:
      return undefined
  }
}
