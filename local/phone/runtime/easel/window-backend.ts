import { CurrentWindowBackendContext, type Element, type GeneralBackendElement } from 'glass-easel'
import { domTag } from '../../compile/builtin-tags'
import { settleLengths } from '../styles'

/** An element of the framework: a component, a built-in or a plain node. */
export type EaselElement = Element

type PageWindow = Window & typeof globalThis
type ElementWithOwner = Node & { __wxElement?: Element }

/** Draws components in one page's own window. Events come from `pointer-events.ts`, not from here. */
export class WindowBackend extends CurrentWindowBackendContext {
  constructor(private readonly page: PageWindow) {
    super()
    const { document } = page
    this.document = {
      createElement: (tag: string) => createElement(page, tag) as unknown as GeneralBackendElement,
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    } as unknown as typeof this.document
  }

  override getWindowWidth(): number {
    return this.page.innerWidth
  }

  override getWindowHeight(): number {
    return this.page.innerHeight
  }

  override getRootNode(): ReturnType<CurrentWindowBackendContext['getRootNode']> {
    return this.page.document.body as unknown as ReturnType<
      CurrentWindowBackendContext['getRootNode']
    >
  }

  /** Pages are drawn at once; what waits for a drawing waits for the next frame, hidden or not. */
  override render(done: (error: Error | null) => void): void {
    if (this.page.document.visibilityState === 'hidden') setTimeout(() => done(null), 16)
    else requestAnimationFrame(() => done(null))
  }

  override onEvent(): void {}

  override setListenerStats(): void {}
}

/** The component element that a DOM node belongs to, or null outside of any. */
export function easelElementOf(node: Node | null): Element | null {
  for (let each: Node | null = node; each; each = each.parentNode) {
    const owner = (each as ElementWithOwner).__wxElement
    if (owner) return owner
  }
  return null
}

/** Whether the element or anything around it, across components, listens for an event. */
export function hasListener(element: Element, type: string): boolean {
  for (let each: Element | null = element; each; each = each.getComposedParent()) {
    const target = (each as unknown as { _$eventTarget?: ListenerTable })._$eventTarget
    if (!target) continue
    if (type in target.listeners || type in (target.captureListeners ?? {})) return true
  }
  return false
}

interface ListenerTable {
  listeners: object
  captureListeners: object | null
}

function createElement(page: PageWindow, tag: string): HTMLElement {
  const element = page.document.createElement(tag === 'body' ? tag : domTag(tag))
  Object.defineProperty(element, 'id', { get: readId, set: writeId, configurable: true })
  element.setAttribute = setAttribute
  return element
}

function readId(this: HTMLElement): string {
  return this.getAttribute('id') ?? ''
}

/** The framework prefixes ids with the component's; WXSS and queries know them as written. */
function writeId(this: HTMLElement, id: string): void {
  HTMLElement.prototype.setAttribute.call(this, 'id', String(id).replace(/^.*?--/, ''))
}

function setAttribute(this: HTMLElement, name: string, value: unknown): void {
  const text = String(value)
  if (name !== 'style') HTMLElement.prototype.setAttribute.call(this, name, text)
  else if (text.replace(/;/g, '') === '') this.removeAttribute('style')
  else {
    const { innerWidth, devicePixelRatio } = this.ownerDocument.defaultView ?? window
    const settled = settleLengths(text, innerWidth, devicePixelRatio)
    HTMLElement.prototype.setAttribute.call(this, name, settled)
  }
}
