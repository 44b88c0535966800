/** One step of `this.animate`, as WeChat takes it: times in ms, lengths in px, angles in degrees. */
export type Keyframe = Record<string, unknown> & { offset?: number; ease?: string }

const PLAIN = new Set(['offset', 'ease', 'composite'])
const TRANSFORMS = /^(translate|scale|rotate|skew|matrix|perspective)/

/** Plays keyframes on elements; they keep the last one's look until cleared. */
export function animateKeyframes(
  nodes: HTMLElement[],
  frames: Keyframe[],
  duration: number,
  done?: () => void,
): void {
  const animations = nodes.map((node) =>
    node.animate(frames.map(browserFrame), { duration, fill: 'forwards' }),
  )
  if (!done) return
  void Promise.allSettled(animations.map((animation) => animation.finished)).then(done)
}

export function clearKeyframes(nodes: HTMLElement[]): void {
  for (const node of nodes) for (const animation of node.getAnimations()) animation.cancel()
}

function browserFrame(frame: Keyframe): globalThis.Keyframe {
  const result: globalThis.Keyframe = {}
  const transforms: string[] = []
  for (const [name, value] of Object.entries(frame)) {
    if (PLAIN.has(name)) continue
    if (TRANSFORMS.test(name)) transforms.push(`${name}(${argumentsOf(name, value)})`)
    else
      result[name] = typeof value === 'number' && name !== 'opacity' ? `${value}px` : String(value)
  }
  if (transforms.length > 0) result.transform = transforms.join(' ')
  if (frame.offset !== undefined) result.offset = frame.offset
  if (frame.ease !== undefined) result.easing = frame.ease
  return result
}

function argumentsOf(name: string, value: unknown): string {
  const unit =
    name.startsWith('translate') || name === 'perspective'
      ? 'px'
      : /^(rotate|skew)/.test(name)
        ? 'deg'
        : ''
  const values = Array.isArray(value) ? (value as unknown[]) : [value]
  return values
    .map((each) => (typeof each === 'number' ? `${each}${unit}` : String(each)))
    .join(',')
}
