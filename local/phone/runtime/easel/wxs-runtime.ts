/**
 * What compiled templates call: the small functions that the template compiler gives fixed names,
 * and the registry of WXS modules.
 */
export interface TemplateRuntime {
  X(value: unknown): unknown
  Y(value: unknown): string
  Z(tree: unknown, key: string): unknown
  P(value: unknown): unknown
  Q: Record<string, unknown>
  /** Registers a WXS module and returns the function that gives its exports. */
  D(name: string, body: WxsBody): () => unknown
}

export type WxsBody = (
  require: (reference: string) => unknown,
  exports: unknown,
  module: { exports: unknown },
) => void

export interface WxsWrappers {
  change: unknown
  event: unknown
}

/** The runtime of one package; `load` gives a WXS file's exports by its id. */
export function createTemplateRuntime(
  load: (id: string) => unknown,
  wrappers: WxsWrappers,
): TemplateRuntime {
  return {
    X: (value) => (value === null || value === undefined ? Object.create(null) : value),
    Y: (value) => (value === null || value === undefined ? '' : String(value)),
    Z: (tree, key) => {
      if (tree === true) return true
      return tree ? (tree as Record<string, unknown>)[key] : undefined
    },
    P: (value) => (typeof value === 'function' ? value : () => {}),
    Q: {
      a: (list: unknown[]) => (list.some(Boolean) ? list : undefined),
      b: (record: object) => (Object.values(record).some(Boolean) ? record : undefined),
      A: wrappers.change,
      B: wrappers.change,
      C: wrappers.event,
    },
    D(name, body) {
      let module: { exports: unknown } | undefined
      const folder = name.replace(/#.*$/, '').split('/').slice(0, -1)
      return () => {
        if (!module) {
          module = { exports: {} }
          body((reference) => load(wxsId(folder, reference)), module.exports, module)
        }
        return module.exports
      }
    },
  }
}

function wxsId(folder: string[], reference: string): string {
  const parts = reference.startsWith('/') ? [] : [...folder]
  for (const part of reference.replace(/\.wxs$/, '').split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
