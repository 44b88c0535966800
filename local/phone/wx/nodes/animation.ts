interface Transition {
  duration: number
  timingFunction: string
  delay: number
}

interface AnimationOptions extends Partial<Transition> {
  transformOrigin?: string
}

interface Step {
  animates: { type: string; args: unknown[] }[]
  option: { transformOrigin: string; transition: Transition }
}

/** Names of the methods that change a transform, with how many values WeChat passes on. */
const TRANSFORMS = [
  'matrix',
  'matrix3d',
  'rotate',
  'rotate3d',
  'rotateX',
  'rotateY',
  'rotateZ',
  'scale',
  'scale3d',
  'scaleX',
  'scaleY',
  'scaleZ',
  'skew',
  'skewX',
  'skewY',
  'translate',
  'translate3d',
  'translateX',
  'translateY',
  'translateZ',
] as const

const STYLES = [
  'opacity',
  'backgroundColor',
  'width',
  'height',
  'left',
  'top',
  'right',
  'bottom',
] as const

type Method = (typeof TRANSFORMS)[number] | (typeof STYLES)[number]

/** `wx.createAnimation()`: records steps; `export` hands them over and starts anew. */
export type Animation = Record<Method, (...values: unknown[]) => Animation> & {
  step(options?: AnimationOptions): Animation
  export(): { actions: Step[] }
}

/** An animation whose steps take these options unless a step has its own. */
export function createAnimation(defaults: AnimationOptions = {}): Animation {
  // As in WeChat a step also repeats what earlier steps set, each kind with its latest values.
  let transforms: { type: string; args: unknown[] }[] = []
  let styles: { type: string; args: unknown[] }[] = []
  let steps: Step[] = []

  const transform =
    (type: string) =>
    (...args: unknown[]) => {
      transforms = [...transforms.filter((other) => other.type !== type), { type, args: [...args] }]
      return animation
    }
  const style = (name: string) => (value: unknown) => {
    const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    styles = styles.filter(({ args }) => args[0] !== property)
    styles.push({ type: 'style', args: [property, value] })
    return animation
  }
  const methods = Object.fromEntries([
    ...TRANSFORMS.map((name) => [name, transform(name)]),
    ...STYLES.map((name) => [name, style(name)]),
  ]) as Record<Method, (...values: unknown[]) => Animation>

  const animation: Animation = Object.assign(methods, {
    step(options: AnimationOptions = {}) {
      const {
        duration = 400,
        timingFunction = 'linear',
        delay = 0,
        transformOrigin = '50% 50% 0',
      } = { ...defaults, ...options }
      steps.push({
        animates: [...transforms, ...styles],
        option: { transformOrigin, transition: { duration, timingFunction, delay } },
      })
      return animation
    },
    export() {
      const actions = steps
      steps = []
      return { actions }
    },
  })
  return animation
}
