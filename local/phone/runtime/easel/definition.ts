import type { CodeSpace } from 'glass-easel-miniprogram-adapter'

/** What a page author gives to `Page`, `Component` or `Behavior`. */
export interface Definition {
  behaviors?: unknown[]
  relations?: Record<string, { target?: unknown }>
  options?: { styleIsolation?: never; addGlobalClass?: boolean; [option: string]: unknown }
  pageLifetimes?: Record<string, unknown>
  /** An old spelling that WeChat still takes. */
  pageLifeTimes?: Record<string, unknown>
  [field: string]: unknown
}

export interface NormalDefinition {
  definition: Definition
  /** Components that relations name by path: they must be registered with this one. */
  relatedPaths: string[]
  isFormField: boolean
}

const BUILTIN_BEHAVIORS: Record<string, Record<string, { type: unknown }>> = {
  'wx://form-field': { name: { type: String }, value: { type: null } },
  'wx://form-field-group': {},
  'wx://form-field-button': {},
  'wx://component-export': {},
  'wx://proxy-scroll-view': {},
}

const builtinBehaviors = new WeakMap<CodeSpace, Map<string, unknown>>()
const formFieldBehaviors = new WeakSet<object>()

/** Puts a definition into the form that the framework reads; the author's object stays as it is. */
export function normalizeDefinition(space: CodeSpace, source: Definition): NormalDefinition {
  const definition = { ...source }
  const { pageLifeTimes } = source
  if (pageLifeTimes && !source.pageLifetimes) definition.pageLifetimes = pageLifeTimes
  let isFormField = false
  if (source.behaviors) {
    definition.behaviors = source.behaviors.map((behavior) => {
      const found = typeof behavior === 'string' ? builtinBehavior(space, behavior) : behavior
      if (isObject(found) && formFieldBehaviors.has(found)) isFormField = true
      return found
    })
  }
  const relatedPaths: string[] = []
  if (source.relations) {
    definition.relations = {}
    for (const [path, relation] of Object.entries(source.relations)) {
      const { target } = relation
      if (target === undefined) relatedPaths.push(path)
      definition.relations[path] = isObject(target)
        ? { ...relation, target: inner(target) }
        : relation
    }
  }
  return { definition, relatedPaths, isFormField }
}

/** A behaviour that uses `wx://form-field` makes a field of each component that uses it. */
export function rememberFormField(behavior: unknown): void {
  if (isObject(behavior)) formFieldBehaviors.add(behavior)
}

function builtinBehavior(space: CodeSpace, name: string): unknown {
  const properties = BUILTIN_BEHAVIORS[name]
  if (!properties) throw new Error(`The behavior "${name}" is not one of WeChat's`)
  const known = builtinBehaviors.get(space) ?? new Map<string, unknown>()
  builtinBehaviors.set(space, known)
  if (!known.has(name)) {
    const behavior = space
      .behavior()
      .definition({ properties: properties as never })
      .register()
    if (name === 'wx://form-field') rememberFormField(behavior)
    known.set(name, behavior)
  }
  return known.get(name)
}

function inner(target: object): unknown {
  return (target as { _$?: unknown })._$ ?? target
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
