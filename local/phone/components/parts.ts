import type { BuiltinInstance } from '../runtime/types'

/** Creates an element of the component's own, with WeChat's class name for it, not yet inserted. */
export function makePart<Tag extends keyof HTMLElementTagNameMap>(
  self: BuiltinInstance,
  tag: Tag,
  className: string,
): HTMLElementTagNameMap[Tag] {
  const part = self.document.createElement(tag)
  part.className = className
  return part
}

/**
 * Creates an element of the component's own in front of the slotted children, which glass-easel
 * inserts and removes by their neighbours and which therefore must stay together at the end.
 */
export function prependPart<Tag extends keyof HTMLElementTagNameMap>(
  self: BuiltinInstance,
  tag: Tag,
  className: string,
): HTMLElementTagNameMap[Tag] {
  const part = makePart(self, tag, className)
  self.element.prepend(part)
  return part
}
