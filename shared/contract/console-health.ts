import * as v from 'valibot'
import { action, returns } from './define'
import type { Contract } from './define'

/** What the owner is told of without asking. */
export const alertKinds = ['dead', 'stuckRefunds', 'money', 'timerSilent', 'errors'] as const
export type AlertKind = (typeof alertKinds)[number]

/** What one action did in the last 24 hours. */
export interface ActionHealth {
  action: string
  calls: number
  /** Ended by a mistake of ours. */
  errors: number
  /** 19 of 20 calls took no longer; rounded up. */
  p95Ms: number
}

/** How the company's mini program is. Counts lag behind by about a minute. */
export interface Health {
  now: number
  /** In the last 24 hours. */
  calls: number
  errors: number
  /** Actions with errors, the most first. */
  failing: ActionHealth[]
  /** Actions that keep people waiting, the slowest first. */
  slow: ActionHealth[]
  outbox: {
    /** Should have been done by now. */
    overdue: { count: number; since?: number }
    /** Wait for their time, or for a customer's consent to a message. */
    waiting: number
    /** Were being sent when something broke: nobody knows. */
    unclear: number
    /** Given up. */
    dead: number
  }
  stuckRefunds: number
  /** Payments that WeChat Pay should have been asked about by now. */
  paymentsToCheck: { count: number; since?: number }
  /** The nights of the last week, the newest first. */
  nights: { date: string; differences: number; isFinished: boolean }[]
  timer: {
    /** Absent when it never ran. */
    lastRunAt?: number
    /** Chores that failed in the last run. */
    failed: string[]
    silence?: { until: number; ms: number }
  }
  alerts: {
    /** Whether the company has picked a template for them. */
    isOn: boolean
    /** How many whoever is looking will still get. */
    mine: number
  }
}

/** How things are behind the shop. */
export const consoleHealth = {
  'console.getHealth': action({
    access: { staff: ['owner', 'manager'] },
    input: v.strictObject({}),
    output: returns<Health>(),
    errors: {},
  }),
} as const satisfies Contract
