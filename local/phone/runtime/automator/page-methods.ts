import { templateOf } from '../easel/element-tree'
import type { EaselElement } from '../easel/window-backend'
import type { Page } from '../page'
import type { Phone } from '../phone'
import { queryXpath } from './element-markup'
import { queryAll } from './element-query'
import type { ElementNames } from './element-names'
import { callOwn, valueAt, type Method, type Params } from './methods'

/** `Page.*` of the automator's protocol. */
export function pageMethods({ stack }: Phone, names: ElementNames): Record<string, Method> {
  const pageOf = ({ pageId }: Params): Page => {
    const page = stack.alive().find(({ id }) => id === pageId)
    if (!page) throw new Error(`the page ${pageId ?? ''} is closed`)
    return page
  }
  const find = (params: Params): EaselElement[] => {
    const page = pageOf(params)
    const roots = [page.component, page.tabBarComponent].flatMap((root) => root ?? [])
    return queryAll(roots.flatMap(templateOf), params.selector ?? '')
  }
  const findXpath = (params: Params): EaselElement[] => {
    const { component } = pageOf(params)
    return component ? queryXpath(component, params.selector ?? '') : []
  }
  return {
    'Page.getElement': (params) => names.describe(names.first(find(params))),
    'Page.getElements': (params) => ({ elements: find(params).map(names.describe) }),
    'Page.getElementByXpath': (params) => names.describe(names.first(findXpath(params))),
    'Page.getElementsByXpath': (params) => ({ elements: findXpath(params).map(names.describe) }),
    'Page.getData': (params) => ({ data: valueAt(pageOf(params).instance.data, params.path) }),
    'Page.setData': async (params) => {
      await callOwn(pageOf(params).instance, 'setData', [params.data])
      return {}
    },
    'Page.callMethod': async (params) => ({
      result: await callOwn(pageOf(params).instance, params.method ?? '', params.args ?? []),
    }),
    'Page.getWindowProperties': (params) => ({
      properties: (params.names ?? []).map((name) => valueAt(pageOf(params).window, name)),
    }),
  }
}
