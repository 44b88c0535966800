import { alertKinds } from '../../../shared/contract/console-health'
import type { AlertKind } from '../../../shared/contract/console-health'
import { dayMs, minuteMs } from '../clock'
import type { Told } from '../documents/health'

/** How much there is of each kind of trouble; nothing is 0. */
export type Levels = Readonly<Record<AlertKind, number>>
type Memory = Partial<Record<AlertKind, Told>>

const hourMs = 60 * minuteMs

/**
 * Which troubles are told now, and what is remembered of it: at most one an hour of a kind, and only
 * what became worse since it was told; what stays as bad is told once a day.
 */
export function dueAlerts(
  levels: Levels,
  told: Memory,
  now: number,
): { due: AlertKind[]; told: Memory } {
  const due: AlertKind[] = []
  const memory: Memory = {}
  for (const kind of alertKinds) {
    const level = levels[kind]
    const last = told[kind]
    const isDue =
      level > 0 &&
      (!last || now - last.at >= dayMs || (now - last.at >= hourMs && level > last.level))
    if (isDue) due.push(kind)
    if (isDue) memory[kind] = { at: now, level }
    else if (last) memory[kind] = { at: last.at, level: Math.min(last.level, level) }
  }
  return { due, told: memory }
}
