import { Component, NativeNode, TextNode, type GeneralComponent, type Node } from 'glass-easel'
import { builtinOf } from './builtin-instance'
import { domNodeOf } from './dom-node'
import type { EaselElement } from './window-backend'

/** A tree of elements as they are written in a template: blocks and slots are passed through. */
export type TreeNode = EaselElement | string

/** What an element holds in the template that it is written in. */
export function childrenOf(element: EaselElement): TreeNode[] {
  return element.childNodes.flatMap(expand)
}

/** What a component's own template holds; nothing for built-ins. */
export function templateOf(element: EaselElement): TreeNode[] {
  const component = customComponentOf(element)
  return component?.getShadowRoot()?.childNodes.flatMap(expand) ?? []
}

/** A component of the package, not a built-in. */
export function customComponentOf(element: EaselElement): GeneralComponent | null {
  return Component.isComponent(element) && !builtinOf(element) ? element : null
}

/** The object that page code knows as the component. */
export function instanceOf(element: EaselElement): Record<string, unknown> | null {
  const component = customComponentOf(element)
  return (component?.getMethodCaller() as Record<string, unknown> | undefined) ?? null
}

/** The tag as it is written; the page itself is `page`. */
export function tagOf(element: EaselElement): string {
  if (Component.isComponent(element)) return element.tagName === 'body' ? 'page' : element.tagName
  return NativeNode.isNativeNode(element) ? element.is : ''
}

export function hasClass(element: EaselElement, name: string): boolean {
  return element.classList?.contains(name) ?? false
}

export function attributesOf(element: EaselElement): Record<string, unknown> {
  const attributes: Record<string, unknown> = {}
  if (element.id !== '') attributes.id = element.id
  const classes = element.classList?.getClassNames() ?? ''
  if (classes !== '') attributes.class = classes
  for (const [name, value] of Object.entries(element.dataset ?? {})) {
    attributes[`data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`] = value
  }
  return attributes
}

/** The properties that an element was given, by the names its component declares. */
export function propertiesOf(element: EaselElement): Record<string, unknown> {
  return Component.isComponent(element) ? (element.data as Record<string, unknown>) : {}
}

/** The DOM node that shows the element. */
export function nodeOf(element: EaselElement): HTMLElement {
  const node = domNodeOf(element)
  if (!node) throw new Error('the element draws nothing')
  return node
}

function expand(node: Node): TreeNode[] {
  if (TextNode.isTextNode(node)) return node.textContent === '' ? [] : [node.textContent]
  const element = node as EaselElement
  if (Component.isComponent(element) || NativeNode.isNativeNode(element)) return [element]
  return element.childNodes.flatMap(expand)
}
