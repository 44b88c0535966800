import type { BuiltinInstance } from '../runtime/types'
import { choiceOf, flagOf, numberOf, textOf } from './attributes'
import { onDrag } from './drag'
import { instanceState, leaving } from './instance-state'
import { animate, easeOutCubic } from './motion'
import { prependPart } from './parts'

const STYLES = ['black', 'white', 'none'] as const
/** Only a part of the finger's way pulls the content down, as a rubber band. */
const RESISTANCE = 0.5
const RETURN_TIME = 250

type Phase = 'idle' | 'pulling' | 'refreshing'

interface RefresherState {
  box: HTMLElement
  phase: Phase
  height: number
  stopMotion: () => void
}

const stateOf = instanceState<RefresherState>((self) => {
  const box = prependPart(self, 'div', 'wx-scroll-view-refresher')
  for (let count = 0; count < 3; count++) box.append(self.document.createElement('i'))
  return { box, phase: 'idle', height: 0, stopMotion: () => {} }
})

const threshold = (self: BuiltinInstance): number => numberOf(self, 'refresherThreshold', 45)

function setHeight(self: BuiltinInstance, height: number): void {
  const state = stateOf(self)
  state.height = height
  state.box.style.height = `${height}px`
  const custom = self.element.querySelector<HTMLElement>(':scope > [slot="refresher"]')
  if (custom) custom.style.transform = `translateY(${height}px)`
}

function moveTo(self: BuiltinInstance, height: number, done?: () => void): void {
  const state = stateOf(self)
  state.stopMotion()
  const from = state.height
  state.stopMotion = animate(
    self.window,
    from === height ? 0 : RETURN_TIME,
    (progress) => setHeight(self, from + (height - from) * easeOutCubic(progress)),
    done,
  )
}

function refresh(self: BuiltinInstance): void {
  const state = stateOf(self)
  state.phase = 'refreshing'
  self.setData({ refresherTriggered: true })
  self.emit('refresherrefresh', { dy: state.height })
  if (state.phase === 'refreshing') moveTo(self, threshold(self))
}

function restore(self: BuiltinInstance, event: 'refresherrestore' | 'refresherabort'): void {
  stateOf(self).phase = 'idle'
  if (event === 'refresherabort') self.emit(event, { dy: stateOf(self).height })
  moveTo(self, 0, () => {
    if (event === 'refresherrestore') self.emit(event, { dy: 0 })
  })
}

/** Follows `refresher-triggered`: the page starts and ends the refreshing state. */
export function applyTriggered(self: BuiltinInstance): void {
  if (!flagOf(self, 'refresherEnabled')) return
  const { phase } = stateOf(self)
  const triggered = flagOf(self, 'refresherTriggered')
  if (triggered && phase === 'idle') refresh(self)
  if (!triggered && phase === 'refreshing') restore(self, 'refresherrestore')
}

/** Shows the refresher's style and ground. */
export function styleRefresher(self: BuiltinInstance): void {
  if (!flagOf(self, 'refresherEnabled')) return
  const { box } = stateOf(self)
  box.dataset['style'] = choiceOf(self, 'refresherDefaultStyle', STYLES, 'black')
  box.style.background = textOf(self, 'refresherBackground')
}

/** Lets a finger or a mouse pull the content down from the top to refresh it. */
export function startRefresher(self: BuiltinInstance): void {
  const stop = onDrag(self.element, {
    wants: (drag, axis) =>
      axis === 'y' &&
      drag.dy > 0 &&
      flagOf(self, 'refresherEnabled') &&
      flagOf(self, 'scrollY') &&
      self.element.scrollTop <= 0 &&
      stateOf(self).phase === 'idle',
    start() {
      stateOf(self).phase = 'pulling'
      stateOf(self).stopMotion()
    },
    move(drag) {
      setHeight(self, Math.max(0, drag.dy * RESISTANCE))
      self.emit('refresherpulling', { dy: stateOf(self).height })
    },
    end(end) {
      if (!end.cancelled && stateOf(self).height >= threshold(self)) refresh(self)
      else restore(self, 'refresherabort')
    },
  })
  leaving(self).push(stop)
}

export const refresherCss = `
.wx-scroll-view-refresher {
  display: flex;
  flex: none;
  justify-content: center;
  align-items: flex-end;
  box-sizing: border-box;
  width: 100%;
  height: 0;
  overflow: hidden;
}
.wx-scroll-view-refresher > i {
  flex: none;
  width: 6px;
  height: 6px;
  margin: 0 3px 19px;
  border-radius: 50%;
  background: #000;
  animation: wx-refresher-dot 0.9s linear infinite;
}
.wx-scroll-view-refresher > i:nth-child(1) { animation-delay: -0.6s; }
.wx-scroll-view-refresher > i:nth-child(2) { animation-delay: -0.3s; }
.wx-scroll-view-refresher[data-style='white'] > i { background: #fff; }
.wx-scroll-view-refresher[data-style='none'] > i { display: none; }
wx-scroll-view > [slot='refresher'] { position: absolute; left: 0; right: 0; bottom: 100%; }
@keyframes wx-refresher-dot { 0%, 60%, 100% { opacity: 0.25; } 30% { opacity: 0.7; } }
`
