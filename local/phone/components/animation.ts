import type { BuiltinInstance } from '../runtime/types'
import { instanceState } from './instance-state'
import { withoutRpx } from './length'

/** One step of an exported `wx.createAnimation()`, as WeChat shapes it. */
interface AnimationAction {
  animates: { type: string; args: unknown[] }[]
  option: {
    transformOrigin?: string
    transition: { duration: number; timingFunction: string; delay: number }
  }
}

const running = instanceState(() => ({ generation: 0 }))
const ROTATIONS = /^(rotate|skew)/
const TRANSLATIONS = /^translate/

function isAction(value: unknown): value is AnimationAction {
  return typeof value === 'object' && value !== null && 'animates' in value && 'option' in value
}

function argumentOf(type: string, value: unknown, index: number): string {
  if (typeof value !== 'number') return withoutRpx(String(value))
  if (TRANSLATIONS.test(type)) return `${value}px`
  if (type === 'rotate3d' && index < 3) return String(value)
  return ROTATIONS.test(type) ? `${value}deg` : String(value)
}

function styleOf(action: AnimationAction): Record<string, string> {
  const { transition, transformOrigin } = action.option
  const style: Record<string, string> = {
    transition: `all ${transition.duration}ms ${transition.timingFunction} ${transition.delay}ms`,
    'transform-origin': transformOrigin ?? '50% 50% 0',
  }
  const transforms: string[] = []
  for (const { type, args } of action.animates) {
    if (type === 'style') {
      const [name, value] = args
      const plain = name === 'opacity' || typeof value !== 'number' ? String(value) : `${value}px`
      style[String(name)] = withoutRpx(plain)
    } else {
      const values = args.map((value, index) => argumentOf(type, value, index))
      transforms.push(`${type}(${values.join(',')})`)
    }
  }
  if (transforms.length > 0) style['transform'] = transforms.join(' ')
  return style
}

/** Plays the steps of the `animation` attribute one after the other; new steps replace old ones. */
export function playAnimation(self: BuiltinInstance): void {
  const value = self.data['animation']
  if (typeof value !== 'object' || value === null || !('actions' in value)) return
  const actions = Array.isArray(value.actions) ? value.actions.filter(isAction) : []
  const state = running(self)
  const generation = ++state.generation
  const step = (index: number): void => {
    const action = actions[index]
    if (!action || state.generation !== generation || !self.element.isConnected) return
    self.setOwnStyle(styleOf(action))
    const { duration, delay } = action.option.transition
    self.window.setTimeout(() => step(index + 1), duration + delay)
  }
  // The first look must be on screen before it can change in time.
  self.window.requestAnimationFrame(() => step(0))
}
