/** The time as the functions see it, in epoch milliseconds. */
export const now = (): number => Date.now()

export const minuteMs = 60_000
export const dayMs = 86_400_000
