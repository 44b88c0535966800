import type { CompiledPackage } from '../../compile/compiled-package'
import { evaluate } from '../evaluate'
import { PhoneDate } from '../phone-clock'
import { createTemplateRuntime, type WxsBody } from './wxs-runtime'
import { wrapChangeListener, wrapEventListener } from './wxs-instances'

type TemplateGroup = Record<string, unknown>

const WXS_GLOBALS = { getRegExp, getDate, wx: undefined, window: undefined, document: undefined }

/** The generators of all templates by id; each is evaluated when it is first looked at. */
export function compiledTemplates(compiled: CompiledPackage): TemplateGroup {
  const modules: Record<string, () => unknown> = {}
  const templates: TemplateGroup = {}
  const runtime = createTemplateRuntime((id) => modules[id]?.(), {
    change: wrapChangeListener,
    event: wrapEventListener,
  })
  for (const [id, code] of Object.entries(compiled.wxs)) {
    lazily(modules, id, () => {
      const body = `return function(require,exports,module){${code}\n}`
      return runtime.D(id, evaluate(body, `${id}.wxs`, WXS_GLOBALS) as WxsBody)
    })
  }
  for (const [id, template] of Object.entries(compiled.templates)) {
    if (template.code === '') continue
    const scope = { ...WXS_GLOBALS, ...runtime, G: templates, R: modules }
    lazily(templates, id, () => evaluate(`return ${template.code}`, `${id}.wxml.js`, scope))
  }
  return templates
}

function lazily<T>(record: Record<string, T>, key: string, make: () => T): void {
  Object.defineProperty(record, key, {
    configurable: true,
    enumerable: true,
    get() {
      const value = make()
      Object.defineProperty(record, key, { value, enumerable: true })
      return value
    },
  })
}

function getRegExp(pattern: string, flags?: string): RegExp {
  return new RegExp(pattern, flags)
}

function getDate(...values: number[]): Date {
  const [year, ...rest] = values
  if (year === undefined) return new PhoneDate()
  if (rest.length === 0) return new PhoneDate(year)
  const [month = 0, day = 1, hours = 0, minutes = 0, seconds = 0, milliseconds = 0] = rest
  return new PhoneDate(year, month, day, hours, minutes, seconds, milliseconds)
}
