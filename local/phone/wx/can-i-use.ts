import type { BuiltinDefinition } from '../runtime/types'
import type { Api } from './define-api'

const CALL_PARTS = ['object', 'return', 'success', 'callback']

/**
 * Answers `wx.canIUse` truthfully for what this phone has: `api`, `api.object.option`,
 * `api.success.field`, `object.method`, `component`, `component.attribute`.
 */
export function createCanIUse(
  apis: ReadonlyMap<string, Api>,
  components: readonly BuiltinDefinition[],
): (schema: unknown) => boolean {
  return (schema) => {
    if (typeof schema !== 'string') return false
    const [name = '', part, field, ...rest] = schema.split('.')
    if (rest.length > 1) return false
    const api = apis.get(name)
    if (api) return part === undefined || memberOf(api, part, field)
    const component = components.find((definition) => definition.name === name)
    if (!component) return false
    return part === undefined || Object.hasOwn(component.properties ?? {}, camelCase(part))
  }
}

function memberOf(api: Api, part: string, field: string | undefined): boolean {
  if (CALL_PARTS.includes(part)) {
    if (typeof api.value !== 'function') return false
    if (field === undefined) return true
    return (part === 'object' ? api.options : api.returns).includes(field)
  }
  if (typeof api.value === 'object' && api.value !== null) return Object.hasOwn(api.value, part)
  return api.returns.includes(part)
}

function camelCase(attribute: string): string {
  return attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
