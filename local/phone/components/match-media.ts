import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { instanceState, leave, leaving } from './instance-state'

const FEATURES = {
  minWidth: 'min-width',
  maxWidth: 'max-width',
  width: 'width',
  minHeight: 'min-height',
  maxHeight: 'max-height',
  height: 'height',
} as const

const stateOf = instanceState<{ stop: () => void }>(() => ({ stop: () => {} }))

const isSet = (value: unknown): boolean => value !== null && value !== undefined && value !== ''

function queryOf(self: BuiltinInstance): string {
  const sizes = Object.entries(FEATURES)
    .filter(([name]) => isSet(self.data[name]))
    .map(([name, feature]) => `(${feature}: ${Number(self.data[name])}px)`)
  const orientation = self.data['orientation']
  if (isSet(orientation)) sizes.push(`(orientation: ${String(orientation)})`)
  return sizes.join(' and ') || 'all'
}

function follow(self: BuiltinInstance): void {
  const state = stateOf(self)
  state.stop()
  const list = self.window.matchMedia(queryOf(self))
  const show = (): void => self.setOwnStyle({ display: list.matches ? '' : 'none' })
  list.addEventListener('change', show)
  state.stop = () => list.removeEventListener('change', show)
  show()
}

/** `<match-media>`: shown only while the page has these measures. */
export const matchMedia: BuiltinDefinition = {
  name: 'match-media',
  properties: {
    minWidth: { type: null },
    maxWidth: { type: null },
    width: { type: null },
    minHeight: { type: null },
    maxHeight: { type: null },
    height: { type: null },
    orientation: { type: null },
  },
  observers: { 'minWidth,maxWidth,width,minHeight,maxHeight,height,orientation': follow },
  attached: (self) => void leaving(self).push(() => stateOf(self).stop()),
  detached: leave,
  css: 'wx-match-media { display: block; }',
}
