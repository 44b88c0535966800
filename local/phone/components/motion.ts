/** Speed-up and slow-down of an animation: progress in time (0..1) to progress in space (0..1). */
export type Easing = (progress: number) => number

export const linear: Easing = (progress) => progress
export const easeOutQuadratic: Easing = (progress) => 1 - (1 - progress) ** 2
export const easeInCubic: Easing = (progress) => progress ** 3
export const easeOutCubic: Easing = (progress) => 1 - (1 - progress) ** 3
export const easeInOutCubic: Easing = (progress) =>
  progress < 0.5 ? 4 * progress ** 3 : 1 - (-2 * progress + 2) ** 3 / 2

/**
 * Calls `frame` with 0..1 once a picture for `duration` milliseconds, the last time with 1, then
 * `done`. Without a duration both are called at once. Returns a function that stops it silently.
 */
export function animate(
  window: Window,
  duration: number,
  frame: (progress: number) => void,
  done?: () => void,
): () => void {
  if (duration <= 0) {
    frame(1)
    done?.()
    return () => {}
  }
  let start: number | undefined
  let request = window.requestAnimationFrame(function step(now) {
    start ??= now
    const progress = Math.min(1, (now - start) / duration)
    if (progress < 1) request = window.requestAnimationFrame(step)
    frame(progress)
    if (progress === 1) done?.()
  })
  return () => window.cancelAnimationFrame(request)
}

/** Speed left after a millisecond of free rolling, as on iOS. */
const DECELERATION = 0.997
/** Below this many pixels a millisecond a rolling thing stands still. */
const STANDSTILL = 0.02

/** How far a thing released at `velocity` (px/ms) rolls before it stands. */
export function rollDistance(velocity: number): number {
  return Math.abs(velocity) < STANDSTILL ? 0 : -velocity / Math.log(DECELERATION)
}

/**
 * Rolls from 0 with `velocity` (px/ms); `frame` gets the distance rolled so far and answers false to
 * stop at an edge. Returns a function that stops it silently.
 */
export function roll(
  window: Window,
  velocity: number,
  frame: (distance: number) => boolean,
  done?: () => void,
): () => void {
  let start: number | undefined
  let request = window.requestAnimationFrame(function step(now) {
    start ??= now
    const speed = velocity * DECELERATION ** (now - start)
    const goesOn = frame((speed - velocity) / Math.log(DECELERATION))
    if (goesOn && Math.abs(speed) > STANDSTILL) request = window.requestAnimationFrame(step)
    else done?.()
  })
  return () => window.cancelAnimationFrame(request)
}
