import type { GeneralBehavior } from 'glass-easel'
import { MiniProgramEnv, type CodeSpace } from 'glass-easel-miniprogram-adapter'
import type { CompiledPackage } from '../../compile/compiled-package'
import { packageScript } from '../module-registry'
import { formFieldComponents } from './builtin-instance'
import { compiledTemplates } from './compiled-templates'
import { normalizeDefinition, rememberFormField, type Definition } from './definition'
import { createReadyQueue } from './ready-queue'
import { overallBehavior } from './overall-behavior'

/** Runs a file of the package as a module. */
type RunScript = (file: string) => unknown

/** The components of one package, registered with the framework when a page first needs them. */
export interface ComponentRegistry {
  readonly env: MiniProgramEnv
  readonly space: CodeSpace
  /** The globals that page code calls; they define whatever is being loaded. */
  readonly globals: Record<'Page' | 'Component' | 'Behavior', (definition: Definition) => unknown>
  /** Registers a component and all that its templates use; nothing runs twice. */
  load(id: string, run: RunScript): void
  /** The name that prefixes classes of a component's own style scope. */
  scopeName(id: string): string
  /** Whether the component shares its classes with the page's style sheets. */
  isScoped(id: string): boolean
  flushReady(): void
}

const SHARED = new Set(['shared', 'page-shared'])

export function createComponentRegistry(compiled: CompiledPackage): ComponentRegistry {
  const env = new MiniProgramEnv()
  const space = env.createCodeSpace('main', true)
  const components = space.getComponentSpace()
  components.updateComponentOptions({ writeIdToDOM: true })
  const ready = createReadyQueue()
  space.setOverallBehavior(overallBehavior(components, ready) as GeneralBehavior)
  const templates = compiledTemplates(compiled)
  const loaded = new Set<string>()
  const scopes = new Map<string, string>()
  let loading: { id: string; run: RunScript; isDefined: boolean } | null = null

  const scopeName = (id: string): string => {
    const known = scopes.get(id)
    if (known) return known
    const name = `s${scopes.size}`
    scopes.set(id, name)
    return name
  }

  const loadBeside = (fromId: string, path: string): void => {
    const target = componentAt(compiled, fromId, path)
    if (target && loading) load(target, loading.run)
  }

  const define = (kind: 'Page' | 'Component', definition: Definition): unknown => {
    if (!loading) throw new Error(`${kind}() must be called while its file is loaded`)
    const { id } = loading
    loading.isDefined = true
    const normal = normalizeDefinition(space, definition)
    for (const path of normal.relatedPaths) loadBeside(id, path)
    settleStyleIsolation(space, id, definition)
    // A behaviour's type parameters are of no use here: the definition is the page author's.
    const component = space.componentEnv(id, (globals) =>
      (globals[kind] as (definition: Definition) => unknown)(normal.definition),
    ) as { _$?: object } | undefined
    if (normal.isFormField && component?._$) formFieldComponents.add(component._$)
    return component
  }

  function load(id: string, run: RunScript): void {
    if (loaded.has(id)) return
    loaded.add(id)
    const component = compiled.components[id]
    if (!component) throw new Error(`Component is not found in path "${id}"`)
    const generics = Object.values(component.generics)
    for (const used of [...Object.values(component.using), ...generics]) {
      if (used !== null) load(used, run)
    }
    space.addComponentStaticConfig(id, staticConfig(compiled, id))
    space.addCompiledTemplate(id, {
      groupList: templates,
      content: templates[id],
      fallbackListenerOnNativeNode: true,
    } as Parameters<CodeSpace['addCompiledTemplate']>[1])
    space.addStyleSheet(id, undefined, scopeName(id))
    const outer = loading
    loading = { id, run, isDefined: false }
    try {
      run(packageScript(id))
      if (!loading.isDefined) throw new Error(notDefined(compiled, id))
    } finally {
      loading = outer
    }
  }

  return {
    env,
    space,
    globals: {
      Page: (definition) => define('Page', definition),
      Component: (definition) => define('Component', definition),
      Behavior: (definition) => {
        const normal = normalizeDefinition(space, definition)
        const behavior = space.componentEnv(loading?.id ?? '', (globals) =>
          (globals.Behavior as (definition: Definition) => unknown)(normal.definition),
        )
        if (normal.isFormField) rememberFormField(behavior)
        return behavior
      },
    },
    load,
    scopeName,
    isScoped: (id) => !SHARED.has(isolationOf(space, id)),
    flushReady: () => ready.flush(),
  }
}

function notDefined(compiled: CompiledPackage, id: string): string {
  return compiled.pages.includes(id)
    ? `Page "${id}" has not been registered yet: ${id}.js must call Page() or Component()`
    : `${id}.js must call Component()`
}

function staticConfig(
  compiled: CompiledPackage,
  id: string,
): Parameters<CodeSpace['addComponentStaticConfig']>[1] {
  const component = compiled.components[id]
  const config = { ...component?.config } as Parameters<CodeSpace['addComponentStaticConfig']>[1]
  config.usingComponents = Object.fromEntries(
    Object.entries(component?.using ?? {}).map(([tag, target]) => [tag, `/${target}`]),
  )
  const generics = Object.entries(component?.generics ?? {})
  config.componentGenerics = Object.fromEntries(
    generics.map(([name, target]) => [name, target === null ? true : { default: `/${target}` }]),
  )
  if (!compiled.pages.includes(id)) config.component = true
  return config
}

/** Options in JavaScript count only where the JSON file does not decide, as in WeChat. */
function settleStyleIsolation(space: CodeSpace, id: string, { options }: Definition): void {
  const config = space.getComponentStaticConfig(id)
  if (!config || !options || config.styleIsolation) return
  if (options.styleIsolation) config.styleIsolation = options.styleIsolation
  else if (options.addGlobalClass) config.addGlobalClass = true
}

function isolationOf(space: CodeSpace, id: string): string {
  const config = space.getComponentStaticConfig(id)
  if (config?.styleIsolation) return config.styleIsolation
  if (!config?.component) return 'shared'
  return config.addGlobalClass ? 'apply-shared' : 'isolated'
}

function componentAt(compiled: CompiledPackage, fromId: string, path: string): string | null {
  const parts = path.startsWith('/') ? [] : fromId.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  const id = parts.join('/')
  return compiled.components[id] ? id : null
}
