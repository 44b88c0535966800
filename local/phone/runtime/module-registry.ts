import type { CompiledPackage } from '../compile/compiled-package'
import { evaluate } from './evaluate'
import { pageGlobals, type PageGlobals } from './page-globals'

/** The JavaScript file of a component or page. */
export function packageScript(id: string): string {
  return `${id}.js`
}

interface Module {
  exports: unknown
}

/** The CommonJS modules of a package: each file runs once, with what WeChat gives it and no more. */
export interface ModuleRegistry {
  run(file: string): unknown
  /** Runs a text as the body of a function in the scope that page code has. */
  evaluate(body: string): unknown
  /** Adds a name to the scope of what is evaluated. */
  define(name: string, value: unknown): void
}

export function createModuleRegistry(
  compiled: CompiledPackage,
  globals: PageGlobals,
): ModuleRegistry {
  const modules = new Map<string, Module>()
  const scope = pageGlobals(globals)

  function run(file: string): unknown {
    const known = modules.get(file)
    if (known) return known.exports
    const code = compiled.scripts[file]
    if (code === undefined) throw new Error(`module '${file}' is not defined`)
    const module: Module = { exports: {} }
    modules.set(file, module)
    const require = requireFrom(file)
    try {
      evaluate(code, file, { ...scope, require, module, exports: module.exports })
    } catch (error) {
      modules.delete(file)
      throw error
    }
    return module.exports
  }

  function requireFrom(file: string): ((reference: string) => unknown) & { async: unknown } {
    const require = (reference: string): unknown => {
      const target = compiled.requires[file]?.[reference]
      if (target !== undefined) return run(target)
      throw new Error(`module '${reference}' is not defined, required by ${file}`)
    }
    return Object.assign(require, {
      async: (reference: string) => Promise.resolve().then(() => require(reference)),
    })
  }

  return {
    run,
    evaluate: (body) => evaluate(body, 'evaluate.js', scope),
    define(name, value) {
      scope[name] = value
    },
  }
}
