import {
  Component,
  Event,
  type ComponentSpace,
  type GeneralComponent,
  type GeneralComponentDefinition,
} from 'glass-easel'
import type { BuiltinDefinition, BuiltinInstance, PhoneHost } from '../types'
import { easelElementOf } from './window-backend'

const PREFIX = 'wx://'
/** Style segments of an element: 0 is the page's, 3 lies over all others. */
const OWN_STYLE_SEGMENT = 3
/** How many observers and `attached` are running: they run inside an update of the page's data. */
let updates = 0
const instances = new WeakMap<GeneralComponent, BuiltinInstance>()
const definitions = new WeakMap<GeneralComponent, BuiltinDefinition>()

/** What the built-ins need of the phone besides its host. */
export interface BuiltinSurroundings {
  host: PhoneHost
  resolveResource(src: string, ownerFile: string): string
}

/** Registers the built-in components for every template of the space. */
export function defineBuiltins(
  space: ComponentSpace,
  builtins: readonly BuiltinDefinition[],
  surroundings: BuiltinSurroundings,
): void {
  for (const builtin of builtins) {
    space.setGlobalUsingComponent(builtin.name, defineBuiltin(space, builtin, surroundings))
  }
}

/** The built-in that an element of the framework is, or null for anything else. */
export function builtinOf(element: unknown): BuiltinInstance | null {
  return instances.get(element as GeneralComponent) ?? null
}

export function builtinDefinitionOf(element: unknown): BuiltinDefinition | null {
  return definitions.get(element as GeneralComponent) ?? null
}

function defineBuiltin(
  space: ComponentSpace,
  builtin: BuiltinDefinition,
  surroundings: BuiltinSurroundings,
): GeneralComponentDefinition {
  const { created, attached, detached, observers = {} } = builtin
  const observe = (component: GeneralComponent, names: string): void => {
    const self = instances.get(component)
    if (self) duringUpdate(() => observers[names]?.(self))
  }
  const definition = space.defineComponent({
    is: PREFIX + builtin.name,
    properties: Object.fromEntries(
      Object.entries(builtin.properties ?? {}).map(([name, property]) => [name, { ...property }]),
    ) as Record<string, { type: null }>,
    observers: Object.fromEntries(
      Object.keys(observers).map((names) => [
        names,
        function (this: GeneralComponent) {
          observe(this, names)
        },
      ]),
    ),
    lifetimes: {
      created(this: GeneralComponent) {
        const self = createInstance(this, builtin, surroundings)
        instances.set(this, self)
        definitions.set(this, builtin)
        created?.(self)
        for (const names of Object.keys(observers)) observe(this, names)
      },
      attached(this: GeneralComponent) {
        const self = instances.get(this)
        if (self) duringUpdate(() => attached?.(self))
      },
      detached(this: GeneralComponent) {
        const self = instances.get(this)
        if (self) detached?.(self)
      },
    },
  })
  return definition as unknown as GeneralComponentDefinition
}

function createInstance(
  component: GeneralComponent,
  builtin: BuiltinDefinition,
  { host, resolveResource }: BuiltinSurroundings,
): BuiltinInstance {
  const element = component.$$ as unknown as HTMLElement
  const ownStyle: Record<string, string> = {}
  const ownerHost = (): GeneralComponent | undefined => component.ownerShadowRoot?.getHostNode()
  const self: BuiltinInstance = {
    element,
    document: element.ownerDocument,
    get window() {
      const view = element.ownerDocument.defaultView
      if (!view) throw new Error(`<${builtin.name}> is used after its page was closed`)
      return view
    },
    get data() {
      return component.data as Record<string, unknown>
    },
    state: {},
    host,
    setData: (data) => component.setData(data),
    emit: (name, detail = {}, options = {}) => emit(component, name, detail, options),
    setOwnStyle(style) {
      Object.assign(ownStyle, style)
      const text = Object.entries(ownStyle)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => `${dashed(name)}:${value}`)
      component.setNodeStyle(text.join(';'), OWN_STYLE_SEGMENT)
    },
    scopedClass: (names) => scopedClass(component, names),
    closest(name) {
      const found = element.parentElement?.closest(`wx-${name}`) ?? null
      return found ? builtinOf(easelElementOf(found)) : null
    },
    descendants: (...names) => {
      const found = element.querySelectorAll(names.map((name) => `wx-${name}`).join(','))
      return [...found].flatMap((node) => builtinOf(easelElementOf(node)) ?? [])
    },
    ownerElementById: (id) => builtinOf(component.ownerShadowRoot?.getElementById(id)),
    customFields: () => customFieldsUnder(element),
    resolveResource: (src) => resolveResource(src, ownerHost()?.is ?? ''),
    call(method, ...values) {
      const called = builtin.methods?.[method]
      if (!called) throw new Error(`<${builtin.name}> has no method "${method}"`)
      return (called as (self: BuiltinInstance, ...values: unknown[]) => unknown)(self, ...values)
    },
  }
  return self
}

function duringUpdate(run: () => void): void {
  updates += 1
  try {
    run()
  } finally {
    updates -= 1
  }
}

/** An event of an update waits until the update is done: its handlers may update again. */
function emit(
  component: GeneralComponent,
  name: string,
  detail: unknown,
  options: { bubbles?: boolean; composed?: boolean },
): unknown {
  if (updates === 0) return triggerWithAnswer(component, name, detail, options)
  queueMicrotask(() => triggerWithAnswer(component, name, detail, options))
  return undefined
}

/** Triggers an event and returns the last answer that a handler gave. */
function triggerWithAnswer(
  component: GeneralComponent,
  name: string,
  detail: unknown,
  options: { bubbles?: boolean; composed?: boolean },
): unknown {
  let answer: unknown
  const handleListenerReturn = (returned: unknown): boolean => {
    if (returned !== undefined) answer = returned
    return returned !== false
  }
  Event.dispatchEvent(component, new Event(name, detail, { ...options, handleListenerReturn }))
  return answer
}

interface ScopedClassList {
  _$resolvePrefixes(name: string, use: (scope: number | undefined, name: string) => void): void
  _$prefixManager?: { queryName(scope: number): string | undefined }
}

function scopedClass(component: GeneralComponent, names: string): string {
  const classes = component.classList as unknown as ScopedClassList
  const scoped: string[] = []
  for (const each of names.split(/\s+/).filter(Boolean)) {
    classes._$resolvePrefixes(each, (scope, name) => {
      const prefix = scope === undefined ? '' : classes._$prefixManager?.queryName(scope)
      scoped.push(prefix ? `${prefix}--${name}` : name)
    })
  }
  return scoped.join(' ')
}

function customFieldsUnder(element: HTMLElement): ReturnType<BuiltinInstance['customFields']> {
  const fields: ReturnType<BuiltinInstance['customFields']> = []
  for (const node of element.querySelectorAll('*')) {
    const owner = (node as { __wxElement?: GeneralComponent }).__wxElement
    if (!owner || !Component.isComponent(owner) || instances.has(owner)) continue
    const behaviors = formFieldComponents.has(owner.getComponentDefinition())
    if (!behaviors) continue
    const { name = '', value } = owner.data as { name?: string; value?: unknown }
    fields.push({ element: node, name: String(name), value })
  }
  return fields
}

/** Component definitions that use the behaviour `wx://form-field`. */
export const formFieldComponents = new WeakSet<object>()

function dashed(name: string): string {
  return name.startsWith('--')
    ? name
    : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
