import type { PageLayer } from './chrome/page-layer'

const DURATION = 250
/** How far the page below moves along, as a part of the width. */
const PARALLAX = 0.25

/** Moves a page in over, or out from over, another; at once where motion is not wanted. */
export async function slideLayers(
  direction: 'forward' | 'back' | 'none',
  coming: PageLayer,
  going: PageLayer | undefined,
): Promise<void> {
  if (direction === 'none' || !going || isStill()) return
  const [over, below] = direction === 'forward' ? [coming, going] : [going, coming]
  over.element.style.zIndex = '1'
  over.element.toggleAttribute('data-moving', true)
  going.setVisible(true)
  const options: KeyframeAnimationOptions = {
    duration: DURATION,
    easing: 'cubic-bezier(.25,.8,.3,1)',
    direction: direction === 'forward' ? 'normal' : 'reverse',
    fill: 'both',
  }
  const animations = [
    over.element.animate([{ transform: 'translateX(100%)' }, { transform: 'none' }], options),
    below.element.animate(
      [{ transform: 'none' }, { transform: `translateX(${-PARALLAX * 100}%)` }],
      options,
    ),
  ]
  await Promise.allSettled(animations.map((animation) => animation.finished))
  for (const animation of animations) animation.cancel()
  over.element.style.zIndex = ''
  over.element.toggleAttribute('data-moving', false)
}

let isDriven = false

/** A test driver does not wait for pages to move. */
export function stopSliding(): void {
  isDriven = true
}

function isStill(): boolean {
  if (document.visibilityState === 'hidden' || navigator.webdriver || isDriven) return true
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
