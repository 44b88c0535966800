import { Cron } from 'croner'

/** A timer's plan, in epoch ms. */
export interface Schedule {
  /** The first run after that instant; undefined when there is none any more. */
  next(after: number): number | undefined
  /** The last run at or before that instant; undefined when there was none. */
  last(upTo: number): number | undefined
}

export class CronError extends Error {
  override readonly name = 'CronError'
}

const CHINA_OFFSET_MINUTES = 480
const DAY_NAMES = /\b(SUN|MON|TUE|WED|THU|FRI|SAT)\b/g
const MONTH_NAMES = /\b(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\b/g
const FIELD = /^(\*|\d+(-\d+)?)(\/\d+)?(,(\*|\d+(-\d+)?)(\/\d+)?)*$/
const FIELD_NAMES = ['second', 'minute', 'hour', 'day', 'month', 'weekday', 'year']

/**
 * Reads WeChat's seven fields: second minute hour day month weekday year, in China's time. Day and
 * weekday together mean either. Anything that WeChat does not document is refused.
 */
export function parseCron(text: string): Schedule {
  const fields = text.trim().split(/\s+/)
  if (fields.length !== 7) {
    throw new CronError(`'${text}' has ${fields.length} fields; WeChat's timers have seven`)
  }
  fields.forEach((field, position) => {
    const names = position === 4 ? MONTH_NAMES : position === 5 ? DAY_NAMES : undefined
    if (FIELD.test(names ? field.replaceAll(names, '1') : field)) return
    throw new CronError(`'${text}': the ${FIELD_NAMES[position]} '${field}' is not understood`)
  })
  let cron: Cron
  try {
    cron = new Cron(fields.join(' '), { paused: true, utcOffset: CHINA_OFFSET_MINUTES })
  } catch (error) {
    throw new CronError(`'${text}': ${(error as Error).message}`)
  }
  return {
    next: (after) => cron.nextRun(new Date(after))?.getTime(),
    // The library tells runs before an instant.
    last: (upTo) => cron.previousRuns(1, new Date(upTo + 1))[0]?.getTime(),
  }
}
