import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { choiceOf, flagOf, numberOf, textOf } from './attributes'
import { onDrag } from './drag'
import type { BackLayer } from './host-requests'
import { instanceState, leave, leaving } from './instance-state'
import { withoutRpx } from './length'
import { prependPart } from './parts'

const POSITIONS = ['bottom', 'top', 'right', 'center'] as const
/** A slide down this far closes it. */
const SLIDE_TO_CLOSE = 80

const stateOf = instanceState((self) => ({
  overlay: prependPart(self, 'div', 'wx-page-container-overlay'),
  open: false,
  timer: 0,
}))

function layer(self: BuiltinInstance, open: boolean): void {
  const request: BackLayer = { open, close: () => self.setData({ show: false }) }
  self.host.send('backLayer', request)
}

function toggle(self: BuiltinInstance): void {
  const state = stateOf(self)
  const show = flagOf(self, 'show')
  if (show === state.open) return
  state.open = show
  const [before, during, after] = show
    ? ['beforeenter', 'enter', 'afterenter']
    : ['beforeleave', 'leave', 'afterleave']
  self.emit(before, {})
  self.window.clearTimeout(state.timer)
  layer(self, show)
  if (show) self.element.setAttribute('shown', '')
  // The closed look must be laid out once before it can move.
  void self.element.offsetHeight
  self.element.toggleAttribute('open', show)
  self.emit(during, {})
  state.timer = self.window.setTimeout(
    () => {
      if (!show) self.element.removeAttribute('shown')
      self.emit(after, {})
    },
    numberOf(self, 'duration', 300),
  )
}

/** `<page-container>`: a page within the page, which the way back closes first. */
export const pageContainer: BuiltinDefinition = {
  name: 'page-container',
  properties: {
    show: { type: Boolean },
    duration: { type: Number, value: 300 },
    zIndex: { type: Number, value: 100 },
    overlay: { type: Boolean, value: true },
    position: { type: String, value: 'bottom' },
    round: { type: Boolean },
    closeOnSlideDown: { type: Boolean },
    overlayStyle: { type: String },
    customStyle: { type: String },
  },
  created(self) {
    stateOf(self).overlay.addEventListener('click', () => {
      self.emit('clickoverlay', {})
      self.setData({ show: false })
    })
  },
  observers: {
    show: toggle,
    position(self) {
      self.element.setAttribute('position', choiceOf(self, 'position', POSITIONS, 'bottom'))
    },
    'round,overlay'(self) {
      self.element.toggleAttribute('round', flagOf(self, 'round'))
      stateOf(self).overlay.hidden = !flagOf(self, 'overlay')
    },
    'zIndex,duration'(self) {
      self.setOwnStyle({
        '--wx-container-z': String(numberOf(self, 'zIndex', 100)),
        '--wx-container-time': `${numberOf(self, 'duration', 300)}ms`,
      })
    },
    overlayStyle(self) {
      stateOf(self).overlay.setAttribute('style', withoutRpx(textOf(self, 'overlayStyle')))
    },
    customStyle(self) {
      const parsed = self.document.createElement('div')
      parsed.setAttribute('style', withoutRpx(textOf(self, 'customStyle')))
      self.setOwnStyle(
        Object.fromEntries(
          [...parsed.style].map((name) => [name, parsed.style.getPropertyValue(name)]),
        ),
      )
    },
  },
  attached(self) {
    const stop = onDrag(self.element, {
      wants: (drag, axis) => axis === 'y' && drag.dy > 0 && flagOf(self, 'closeOnSlideDown'),
      move() {},
      end(end) {
        if (!end.cancelled && end.dy > SLIDE_TO_CLOSE) self.setData({ show: false })
      },
    })
    leaving(self).push(stop, () => {
      self.window.clearTimeout(stateOf(self).timer)
      if (stateOf(self).open) layer(self, false)
    })
  },
  detached: leave,
  css: `
wx-page-container {
  display: none;
  position: fixed;
  z-index: var(--wx-container-z, 100);
  left: 0;
  right: 0;
  bottom: 0;
  background: var(--wx-panel);
  transition: transform var(--wx-container-time, 300ms), opacity var(--wx-container-time, 300ms);
  transform: translateY(100%);
}
wx-page-container[shown] { display: block; }
wx-page-container[position='top'] { top: 0; bottom: auto; transform: translateY(-100%); }
wx-page-container[position='right'] { top: 0; left: auto; width: 100%; transform: translateX(100%); }
wx-page-container[position='center'] { top: 0; opacity: 0; transform: none; }
wx-page-container[open] { opacity: 1; transform: none; }
wx-page-container[round] { border-radius: 20px 20px 0 0; overflow: hidden; }
wx-page-container[round][position='top'] { border-radius: 0 0 20px 20px; }
wx-page-container > .wx-page-container-overlay { position: fixed; z-index: -1; inset: -100vh 0 0; background: rgba(0, 0, 0, 0.6); }
`,
}
