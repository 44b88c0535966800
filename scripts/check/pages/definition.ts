/** What a page, component or behavior has registered, behaviors already merged in. */
export interface Definition {
  isPage: boolean
  methods: ReadonlySet<string>
  /** Names of data and properties. */
  fields: ReadonlySet<string>
  /** Texts by group and key, as `t` in the data holds them. */
  texts: Readonly<Record<string, Readonly<Record<string, string>>>>
}

interface Options {
  data?: Record<string, unknown>
  properties?: Record<string, unknown>
  methods?: Record<string, unknown>
  behaviors?: (Options | string)[]
  [name: string]: unknown
}

/** Names that WeChat's own behaviors bring. */
const builtInFields: Record<string, readonly string[]> = {
  'wx://form-field': ['name', 'value'],
}

/**
 * What the script of a page or component registers when it is loaded, without a phone: WeChat's
 * globals are stand-ins that only listen. `load` requires the script.
 */
export function definitionOf(file: string, load: (file: string) => unknown): Definition {
  let found: { options: Options; isPage: boolean } | undefined
  const globals = {
    wx: standIn(),
    App: () => undefined,
    getApp: () => ({}),
    getCurrentPages: () => [],
    Behavior: (options: Options) => options,
    Component: (options: Options) => void (found = { options, isPage: false }),
    Page: (options: Options) => void (found = { options, isPage: true }),
  }
  const kept = Object.keys(globals).map((name): [string, unknown] => [
    name,
    Reflect.get(globalThis, name),
  ])
  Object.assign(globalThis, globals)
  try {
    load(file)
  } finally {
    Object.assign(globalThis, Object.fromEntries(kept))
  }
  if (!found) throw new Error(`${file} registers neither a page nor a component`)
  return merge(found.options, found.isPage)
}

function merge(options: Options, isPage: boolean): Definition {
  const methods = new Set<string>()
  const fields = new Set<string>()
  const texts: Record<string, Record<string, string>> = {}
  const add = (part: Options | string): void => {
    if (typeof part === 'string') {
      for (const name of builtInFields[part] ?? []) fields.add(name)
      return
    }
    for (const behavior of part.behaviors ?? []) add(behavior)
    for (const name of Object.keys({ ...part.data, ...part.properties })) fields.add(name)
    Object.assign(texts, part.data?.t)
    const own = isPage ? { ...part, ...part.methods } : { ...part.methods }
    for (const [name, value] of Object.entries(own))
      if (typeof value === 'function') methods.add(name)
  }
  add(options)
  return { isPage, methods, fields, texts }
}

/** Something that can be called and read any way, and answers with itself. */
function standIn(): unknown {
  const answer: unknown = new Proxy(() => undefined, {
    get: (_target, name) => (name === Symbol.toPrimitive ? () => '' : answer),
    apply: () => answer,
  })
  return answer
}
