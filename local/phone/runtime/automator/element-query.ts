import {
  attributesOf,
  childrenOf,
  hasClass,
  tagOf,
  templateOf,
  type TreeNode,
} from '../easel/element-tree'
import type { EaselElement } from '../easel/window-backend'

/** One part of a selector: `view.card#first[data-id="1"]`. */
interface Compound {
  tag: string
  id: string
  classes: string[]
  attributes: { name: string; value: string | null }[]
  /** How it follows the part before it. */
  relation: 'descendant' | 'child' | 'deep'
}

/**
 * The elements that match a selector, in document order: tags, classes, ids, attributes, `>`, and
 * `>>>` into components. `from` are the elements to look at, with what they hold.
 */
export function queryAll(from: readonly TreeNode[], selector: string): EaselElement[] {
  const alternatives = selector.split(',').map((each) => parse(each.trim()))
  const found: EaselElement[] = []
  const visit = (nodes: readonly TreeNode[], path: EaselElement[], isDeep: boolean): void => {
    for (const node of nodes) {
      if (typeof node === 'string') continue
      const line = [...path, node]
      const matches = alternatives.some(
        (parts) =>
          (!isDeep || parts.some(({ relation }) => relation === 'deep')) && matchLine(line, parts),
      )
      if (matches) found.push(node)
      visit(childrenOf(node), line, isDeep)
      if (selector.includes('>>>')) visit(templateOf(node), line, true)
    }
  }
  visit(from, [], false)
  return found
}

/** Whether the last element of a line of ancestors matches, and its ancestors what stands before. */
function matchLine(line: readonly EaselElement[], parts: readonly Compound[]): boolean {
  const last = parts.at(-1)
  const element = line.at(-1)
  if (!last || !element || !matchesCompound(element, last)) return false
  const rest = parts.slice(0, -1)
  if (rest.length === 0) return true
  const ancestors = line.slice(0, -1)
  if (last.relation === 'child') return matchLine(ancestors, rest)
  return ancestors.some((_, index) => matchLine(ancestors.slice(0, index + 1), rest))
}

function matchesCompound(element: EaselElement, compound: Compound): boolean {
  const { tag, id, classes, attributes } = compound
  if (tag !== '' && tag !== '*' && tagOf(element) !== tag) return false
  if (id !== '' && element.id !== id) return false
  if (!classes.every((name) => hasClass(element, name))) return false
  if (attributes.length === 0) return true
  const own = attributesOf(element)
  return attributes.every(({ name, value }) =>
    value === null ? name in own : String(own[name] ?? '') === value,
  )
}

const TOKEN =
  /\s*(>>>|>)\s*|\s+|([\w-]+|\*)|#([\w-]+)|\.([\w-]+)|\[([\w-]+)(?:=["']?([^"'\]]*)["']?)?\]/gy

function parse(selector: string): Compound[] {
  const parts: Compound[] = [compound('descendant')]
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < selector.length) {
    const start = TOKEN.lastIndex
    const match = TOKEN.exec(selector)
    if (!match) throw new Error(`the selector "${selector}" cannot be read at ${start}`)
    const [text, combinator, tag, id, className, attribute, value] = match
    const part = parts.at(-1) ?? compound('descendant')
    if (combinator) parts.push(compound(combinator === '>' ? 'child' : 'deep'))
    else if (text.trim() === '') parts.push(compound('descendant'))
    else if (tag) part.tag = tag
    else if (id) part.id = id
    else if (className) part.classes.push(className)
    else if (attribute) part.attributes.push({ name: attribute, value: value ?? null })
  }
  return parts
}

function compound(relation: Compound['relation']): Compound {
  return { tag: '', id: '', classes: [], attributes: [], relation }
}
