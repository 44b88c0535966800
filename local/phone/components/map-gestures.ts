import type { BuiltinInstance } from '../runtime/types'
import { flagOf } from './attributes'
import { onDrag } from './drag'
import { leaving } from './instance-state'
import { toPlace } from './map-projection'
import { change, stateOf, tellRegion, viewOfMap } from './map-state'
import { watchPinch } from './pinch'

/** Lets fingers and a mouse move and zoom the map. */
export function watchGestures(self: BuiltinInstance): void {
  const state = stateOf(self)
  let from = state.center
  let fromScale = state.scale
  const stopDrag = onDrag(self.element, {
    wants: () => flagOf(self, 'enableScroll'),
    start() {
      from = state.center
      tellRegion(self, 'begin', 'drag')
    },
    move(drag) {
      const view = { ...viewOfMap(self), center: from }
      const middle = { x: view.width / 2 - drag.dx, y: view.height / 2 - drag.dy }
      change(self, toPlace(view, middle), state.scale, 'drag')
    },
    end: () => tellRegion(self, 'end', 'drag'),
  })
  const stopPinch = watchPinch(self.element, {
    start: () => (fromScale = state.scale),
    move(ratio) {
      if (!flagOf(self, 'enableZoom')) return
      change(self, state.center, fromScale + Math.log2(ratio), 'scale')
      tellRegion(self, 'end', 'scale')
    },
  })
  const onWheel = (event: WheelEvent): void => {
    if (event.ctrlKey || !flagOf(self, 'enableZoom')) return
    event.preventDefault()
    change(self, state.center, state.scale - Math.sign(event.deltaY) * 0.25, 'scale')
    tellRegion(self, 'end', 'scale')
  }
  self.element.addEventListener('wheel', onWheel, { passive: false })
  leaving(self).push(stopDrag, stopPinch, () => self.element.removeEventListener('wheel', onWheel))
}
