/** What became of one try at an effect. */
export type Outcome =
  /** It is done, now or before. */
  | { is: 'done' }
  /** Nothing to do any more: the news is old, or there is nobody to tell. */
  | { is: 'expired' }
  /** Another instance has it. */
  | { is: 'taken' }
  /** Not yet; nothing is wrong. */
  | { is: 'later'; dueAt: number }
  /** It will never work: someone must look. */
  | { is: 'dead'; reason: string }

export const done: Outcome = { is: 'done' }
export const expired: Outcome = { is: 'expired' }
export const taken: Outcome = { is: 'taken' }
