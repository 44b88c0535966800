/** Accents a company may choose among; each keeps its contrast in both themes. */
export const accents = ['dai', 'dye', 'tea', 'clay', 'plum'] as const
export type Accent = (typeof accents)[number]
