/** How long a sheet takes to come up. */
export const openingMs = 320

/** Whether a sheet is still coming up: a tap meanwhile is the second half of a double tap. */
export const isOpening = (openedAt: number, now: number): boolean =>
  now >= openedAt && now - openedAt < openingMs
