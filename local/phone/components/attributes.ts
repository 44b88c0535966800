import type { BuiltinInstance } from '../runtime/types'

/** An attribute as text; absent, null and undefined are the empty string. */
export function textOf(self: BuiltinInstance, name: string): string {
  const value = self.data[name]
  return value === undefined || value === null ? '' : String(value)
}

/** An attribute as a finite number, or the fallback when it is absent or no number. */
export function numberOf(self: BuiltinInstance, name: string, fallback = 0): number {
  const value = self.data[name]
  if (value === undefined || value === null || value === '') return fallback
  const number = typeof value === 'number' ? value : Number.parseFloat(String(value))
  return Number.isFinite(number) ? number : fallback
}

/** An attribute as a flag. */
export function flagOf(self: BuiltinInstance, name: string): boolean {
  return Boolean(self.data[name])
}

/** A value WeChat's documentation does not list for an attribute. */
class AttributeError extends Error {
  override readonly name = 'AttributeError'
}

const reported = new WeakMap<Document, Set<string>>()

/** Shows the developer, once a page, that WeChat does not take this value. */
export function refuseAttribute(self: BuiltinInstance, attribute: string, reason: string): void {
  const component = self.element.localName.replace(/^wx-/, '')
  const message = `<${component}> ${attribute}: ${reason}`
  const seen = reported.get(self.document) ?? new Set<string>()
  reported.set(self.document, seen)
  if (seen.has(message)) return
  seen.add(message)
  self.host.reportError(new AttributeError(message), `<${component}>`)
}

/** One of the values WeChat lists; any other is shown to the developer and read as the fallback. */
export function choiceOf<Choice extends string>(
  self: BuiltinInstance,
  name: string,
  choices: readonly Choice[],
  fallback: Choice,
): Choice {
  const value = textOf(self, name)
  if (value === '') return fallback
  const choice = choices.find((candidate) => candidate === value)
  if (choice !== undefined) return choice
  refuseAttribute(self, attributeName(name), `"${value}" is none of ${choices.join(', ')}`)
  return fallback
}

/** `hoverClass` -> `hover-class`, as it is written in WXML. */
function attributeName(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** Puts an attribute on the component's own element for its style rules, or takes it away. */
export function reflect(self: BuiltinInstance, name: string, value: string | boolean): void {
  if (value === false || value === '') self.element.removeAttribute(name)
  else self.element.setAttribute(name, value === true ? '' : value)
}
