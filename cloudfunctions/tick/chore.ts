import type { Run } from '../_kit/outbox/run'

/** One run of one chore. */
export interface ChoreRun extends Run {
  isOver: () => boolean
  /** Behind which document work goes on whose time was over the last time, by what it does. */
  places: Map<string, string>
}

/** Does what is due until its time is over, and says how much that was. */
export type Chore = (run: ChoreRun) => Promise<number>
