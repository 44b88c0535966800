import type { Step } from './change'
import { DeployError } from './deploy-error'
import type { Lease } from './lease'

export interface Course {
  isPlan: boolean
  say(line: string): void
  /** Asked for once, before the first change; throws when another deploy is at work. */
  takeLease(): Promise<Lease>
  /** Aborted by whoever wants the run to stop after the change it is at. */
  stop: AbortSignal
}

/** How far a run has come; it tells so also when something throws. */
export interface Tally {
  /** Changes that were come upon. */
  found: number
  made: number
  /** The change that is being made, in its words; it may be online or not. Empty between changes. */
  begun: string
}

/**
 * Goes through the steps and makes their changes, or only says them with `isPlan`. A run that finds
 * nothing to change writes nothing. The lease is given back whatever happens.
 */
export async function carryOut(
  steps: readonly Step[],
  course: Course,
  tally: Tally,
): Promise<void> {
  let lease: Lease | undefined
  try {
    for (const step of steps) {
      let found = await step.changes()
      if (found.length > 0 && !course.isPlan && !lease) {
        lease = await course.takeLease()
        // The deploy that had it before may have changed what was just looked at.
        found = await step.changes()
      }
      course.say(titleOf(step.title, found.length))
      for (const change of found) {
        if (course.stop.aborted) throw new DeployError('Stopped, as you wished.')
        course.say(`  ${course.isPlan ? 'would ' : ''}${change.says}`)
        tally.found += 1
        if (course.isPlan) continue
        const keep = async () => lease?.keep()
        await keep()
        tally.begun = change.says
        await change.apply({ say: (line) => course.say(`    ${line}`), keep })
        tally.begun = ''
        tally.made += 1
      }
    }
  } finally {
    await giveBack(lease, course.say)
  }
}

const titleOf = (title: string, count: number) =>
  count === 0 ? `${title}: as they should be` : `${title}: ${count} to change`

/** What was deployed stays deployed: a lease that cannot be given back ends by itself. */
async function giveBack(lease: Lease | undefined, say: Course['say']): Promise<void> {
  try {
    await lease?.release()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    say(`The lease was not given back (${why}): for ten minutes the next deploy needs --take-over.`)
  }
}
