import type { AlertKind } from '../../../shared/contract/console-health'
import type { Bucket } from '../health/buckets'

/** What one action did; durations by how long they took at most. */
export type ActionCounts = {
  calls: number
  /** Ended by a mistake of ours. */
  errors: number
  /** Ended by a rule that said no. */
  refused: number
  /** The instance was new. */
  cold: number
} & Partial<Record<Bucket, number>>

/** What one function did in one hour, all its instances together; the id is `{hour}:{function}`. */
export interface HealthDocument {
  _id: string
  function: string
  hourAt: number
  /** By the part of the action's name after the dot. */
  actions: Record<string, ActionCounts>
}

/** What the owner was told last about one kind of trouble. */
export interface Told {
  at: number
  /** How much of it there was; less when some of it went away since. */
  level: number
}

/** How the timer is; there is one, `tick`. */
export interface TimerDocument {
  _id: string
  lastRunAt: number
  /** Chores that failed in the last run. */
  failed: string[]
  /** Where chores go on whose time was over in the last run. */
  places?: { what: string; after: string }[]
  /** The last time it was silent for long: until when, and for how long. */
  silence?: { until: number; ms: number }
  told: Partial<Record<AlertKind, Told>>
}

/** How far a change of documents that are there already has come; the id is the migration's. */
export interface MigrationDocument {
  _id: string
  state: 'running' | 'done'
  /** The last document that was looked at. */
  cursor?: string
  /** Goes up with each batch, so that two runners never count one batch twice. */
  step: number
  seen: number
  changed: number
  startedAt: number
  finishedAt?: number
}
