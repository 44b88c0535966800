import type { BuiltinDefinition } from '../runtime/types'
import { hoverProperties } from './common-properties'

/** `<view>`: a block with a pressed look. */
export const view: BuiltinDefinition = {
  name: 'view',
  properties: hoverProperties('none', 50, 400),
  css: 'wx-view { display: block; }',
}

/** `<cover-view>`: text and boxes over native components, which here share one layer. */
export const coverView: BuiltinDefinition = {
  name: 'cover-view',
  properties: { ...hoverProperties('none', 50, 400), scrollTop: { type: null } },
  observers: {
    scrollTop(self) {
      const top = self.data['scrollTop']
      if (top !== null && top !== undefined && top !== '') self.element.scrollTop = Number(top)
    },
  },
  css: `
wx-cover-view {
  display: block;
  line-height: 1.2;
  overflow: hidden;
  white-space: nowrap;
  pointer-events: auto;
}
`,
}
