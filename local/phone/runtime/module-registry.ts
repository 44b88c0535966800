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
      const found = resolveModule(compiled, file, reference)
      if (found) return run(found)
      throw new Error(
        `module '${pathFrom(file, reference)}.js' is not defined, require args is '${reference}' (in ${file})`,
      )
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

/** WeChat's order: from the root, beside the file, then the nearest `miniprogram_npm`. */
function resolveModule(
  { scripts }: CompiledPackage,
  fromFile: string,
  reference: string,
): string | null {
  const places = [pathFrom(fromFile, reference)]
  if (!reference.startsWith('.')) {
    for (let folder = folderOf(fromFile); ; folder = folderOf(folder)) {
      places.push(join(folder, `miniprogram_npm/${reference.replace(/^\//, '')}`))
      if (folder === '') break
    }
  }
  for (const place of places) {
    for (const candidate of [place, `${place}.js`, `${place}/index.js`]) {
      if (candidate in scripts) return candidate
    }
  }
  return null
}

function pathFrom(file: string, reference: string): string {
  return reference.startsWith('/') ? join('', reference) : join(folderOf(file), reference)
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/')
}

function join(folder: string, reference: string): string {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of reference.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
