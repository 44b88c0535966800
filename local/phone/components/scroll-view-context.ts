import type { BuiltinInstance } from '../runtime/types'
import { flagOf, refuseAttribute } from './attributes'
import { scrollChildIntoView } from './scroll-position'

interface ScrollTarget {
  top?: number
  left?: number
  animated?: boolean
}

/** WeChat's ScrollViewContext, which only an `enhanced` scroll-view has. */
export function scrollViewContext(self: BuiltinInstance): object | null {
  if (!flagOf(self, 'enhanced')) {
    refuseAttribute(self, 'enhanced', 'a ScrollViewContext needs enhanced="{{true}}"')
    return null
  }
  const property = (name: string): PropertyDescriptor => ({
    enumerable: true,
    get: () => self.data[name],
    set: (value: unknown) => self.setData({ [name]: value }),
  })
  const context = {
    scrollTo({ top, left, animated = true }: ScrollTarget): void {
      self.element.scrollTo({ top, left, behavior: animated ? 'smooth' : 'instant' })
    },
    scrollIntoView(selector: string, options: { animated?: boolean } = {}): void {
      const child = self.element.querySelector(selector)
      const behavior = options.animated === false ? 'instant' : 'smooth'
      if (child) scrollChildIntoView(self, child, behavior)
    },
    triggerRefresh: (): void => self.setData({ refresherTriggered: true }),
    closeRefresh: (): void => self.setData({ refresherTriggered: false }),
  }
  let enabled = true
  return Object.defineProperties(context, {
    scrollEnabled: {
      enumerable: true,
      get: () => enabled,
      set: (value: boolean) => {
        enabled = value
        self.setOwnStyle({ overflow: value ? '' : 'hidden' })
      },
    },
    bounces: property('bounces'),
    showScrollbar: property('showScrollbar'),
    pagingEnabled: property('pagingEnabled'),
    fastDeceleration: property('fastDeceleration'),
  })
}
