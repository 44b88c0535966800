import { builtinOf } from '../easel/builtin-instance'
import {
  attributesOf,
  childrenOf,
  instanceOf,
  nodeOf,
  propertiesOf,
  tagOf,
  templateOf,
} from '../easel/element-tree'
import {
  dispatchComponentEvent,
  dispatchTouch,
  type TouchFields,
  type TouchPoint,
} from '../easel/events'
import type { EaselElement } from '../easel/window-backend'
import type { Page } from '../page'
import type { Phone } from '../phone'
import { touchPoint } from '../pointer-events'
import { innerMarkup, outerMarkup } from './element-markup'
import type { ElementNames } from './element-names'
import { queryAll } from './element-query'
import { callOwn, valueAt, type Method, type Params } from './methods'

const TOUCH_EVENTS = /^(touch(start|move|end|cancel)|tap|longpress|longtap)$/

/** `Element.*` of the automator's protocol. */
export function elementMethods({ stack }: Phone, names: ElementNames): Record<string, Method> {
  const element = ({ elementId }: Params): EaselElement => names.find(elementId)
  const node = (params: Params): HTMLElement => nodeOf(element(params))
  const component = (params: Params): Record<string, unknown> => {
    const instance = instanceOf(element(params))
    if (!instance) throw new Error(`<${tagOf(element(params))}> is not a component of the package`)
    return instance
  }
  const pageOf = (params: Params): Page => {
    const view = node(params).ownerDocument.defaultView
    const page = stack.alive().find(({ window }) => window === view)
    if (!page) throw new Error("the element's page is closed")
    return page
  }
  const find = (params: Params): EaselElement[] => {
    const inside = templateOf(element(params))
    return queryAll(inside.length > 0 ? inside : childrenOf(element(params)), params.selector ?? '')
  }
  const each = (params: Params, read: (name: string) => unknown): unknown[] =>
    (params.names ?? []).map(read)

  return {
    'Element.getElement': (params) => names.describe(names.first(find(params))),
    'Element.getElements': (params) => ({ elements: find(params).map(names.describe) }),
    'Element.getDOMProperties': (params) => ({
      properties: each(params, (name) => valueAt(node(params), name)),
    }),
    'Element.getProperties': (params) => ({
      properties: each(params, (name) => propertyOf(element(params), name)),
    }),
    'Element.getAttributes': (params) => ({
      attributes: each(params, (name) => attributeOf(element(params), name)),
    }),
    'Element.getStyles': (params) => {
      const style = pageOf(params).window.getComputedStyle(node(params))
      return { styles: each(params, (name) => style.getPropertyValue(dashed(name))) }
    },
    'Element.getOffset': (params) => {
      const { left, top } = node(params).getBoundingClientRect()
      const { scrollX, scrollY } = pageOf(params).window
      return { left: left + scrollX, top: top + scrollY }
    },
    'Element.getWXML': (params) => ({
      wxml: (params.type === 'outer' ? outerMarkup : innerMarkup)(element(params)),
    }),
    'Element.tap': (params) => {
      pageOf(params).gesture.tap(element(params), centre(node(params)))
      return {}
    },
    'Element.touchstart': (params) => {
      pageOf(params).gesture.begin(element(params), touchFields(params, node(params), true))
      return {}
    },
    'Element.touchmove': (params) => {
      pageOf(params).gesture.move(touchFields(params, node(params), true))
      return {}
    },
    'Element.touchend': (params) => {
      pageOf(params).gesture.end(touchFields(params, node(params), false))
      return {}
    },
    'Element.dispatchEvent': (params) => {
      const fields = touchFields(params, node(params), true)
      dispatchTouch(element(params), params.eventName ?? '', params.detail ?? {}, fields)
      return {}
    },
    'Element.triggerEvent': (params) => {
      const { type = '', detail = {} } = params
      const isTouch = TOUCH_EVENTS.test(type)
      if (isTouch)
        dispatchTouch(element(params), type, detail, touchFields(params, node(params), true))
      else dispatchComponentEvent(element(params), type, detail)
      return {}
    },
    'Element.setData': async (params) => {
      await callOwn(component(params), 'setData', [params.data])
      return {}
    },
    'Element.getData': (params) => ({ data: valueAt(component(params).data, params.path) }),
    'Element.callMethod': async (params) => ({
      result: await callOwn(component(params), params.method ?? '', params.args ?? []),
    }),
    'Element.callFunction': (params) => ({ result: callBuiltin(element(params), params) }),
    'Element.callContextMethod': (params) => ({
      result: builtinOf(element(params))?.call(params.method ?? '', ...(params.args ?? [])),
    }),
  }
}

/** `input.input`, `swiper.swipeTo`: a method of the built-in that the first half names. */
function callBuiltin(element: EaselElement, { functionName = '', args = [] }: Params): unknown {
  const [tag, method = ''] = functionName.split('.')
  const builtin = builtinOf(element)
  if (!builtin || tagOf(element) !== tag) throw new Error(`the element is no <${tag ?? ''}>`)
  return builtin.call(method, ...args)
}

function propertyOf(element: EaselElement, name: string): unknown {
  const properties = propertiesOf(element)
  if (name !== '__propPublic') return properties[name]
  return Object.fromEntries(Object.keys(properties).map((each) => [each, true]))
}

function attributeOf(element: EaselElement, name: string): unknown {
  const attributes = attributesOf(element)
  if (name in attributes) return attributes[name]
  const property = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return propertiesOf(element)[property]
}

function centre(node: HTMLElement): TouchPoint {
  const { left, top, width, height } = node.getBoundingClientRect()
  const place = { clientX: left + width / 2, clientY: top + height / 2 }
  return touchPoint(place, 0, node.ownerDocument.defaultView ?? window)
}

/** The fingers a driver names, or one in the middle of the element. */
function touchFields(params: Params, node: HTMLElement, isDown: boolean): TouchFields {
  const middle = centre(node)
  const point = (given: Record<string, number>): TouchPoint => {
    const { pageX = given.clientX ?? middle.pageX, pageY = given.clientY ?? middle.pageY } = given
    const { scrollX, scrollY } = node.ownerDocument.defaultView ?? window
    const place = {
      clientX: given.clientX ?? pageX - scrollX,
      clientY: given.clientY ?? pageY - scrollY,
    }
    return { ...middle, ...place, pageX, pageY, identifier: given.identifier ?? 0 }
  }
  const changed = params.changedTouches ?? params.changeTouches ?? params.touches
  const changedTouches = changed?.length ? changed.map(point) : [middle]
  const touches = params.touches?.map(point) ?? (isDown ? changedTouches : [])
  return { touches, changedTouches }
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
