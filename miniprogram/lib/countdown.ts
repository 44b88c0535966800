const secondMs = 1000

/** What is left, in the parts a countdown draws: "26:03:09" is all three, days apart. */
export interface TimeLeft {
  days: number
  /** `05:09:41`; figures of two. */
  clock: string
}

/** How much is left until an instant; nothing when it is over. Begun seconds count as whole. */
export function timeLeft(until: number, now: number): TimeLeft | undefined {
  const seconds = Math.ceil((until - now) / secondMs)
  if (seconds <= 0) return undefined
  const two = (count: number) => String(count).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const days = hours >= 48 ? Math.floor(hours / 24) : 0
  const minutes = Math.floor((seconds % 3600) / 60)
  return { days, clock: `${two(hours - days * 24)}:${two(minutes)}:${two(seconds % 60)}` }
}

/**
 * How far the server's clock is ahead of the phone's, from the `now` of an answer: countdowns go
 * by the server's, whatever a phone's owner has set.
 */
export const clockOffset = (serverNow: number, phoneNow: number): number => serverNow - phoneNow
