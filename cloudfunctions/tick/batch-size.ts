/** How many documents a chore takes at once. */
export const batchSize = 50
