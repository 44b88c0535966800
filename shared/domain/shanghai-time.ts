/**
 * Days and hours in the company's time zone. China keeps UTC+8 all year, so an offset is exact,
 * and it works on phones that lack `Intl`.
 */
const offsetMs = 8 * 3_600_000
const dayMs = 86_400_000

/** "2026-03-21": the day in Asia/Shanghai of an instant. */
export const shanghaiDate = (at: number): string =>
  new Date(at + offsetMs).toISOString().slice(0, 10)

/** "2026-03-21 09:05": day and minute in Asia/Shanghai of an instant. */
export const shanghaiMinute = (at: number): string =>
  new Date(at + offsetMs).toISOString().slice(0, 16).replace('T', ' ')

/** "2026-03-21T09:05:00.000+08:00": RFC 3339 with the offset, as WeChat wants upload times. */
export const shanghaiRfc3339 = (at: number): string =>
  new Date(at + offsetMs).toISOString().replace('Z', '+08:00')

/** The hour of the day in Asia/Shanghai, 0 to 23. */
export const shanghaiHour = (at: number): number => new Date(at + offsetMs).getUTCHours()

/** The instant at which the day of `at` begins in Asia/Shanghai, `days` later when given. */
export const startOfShanghaiDay = (at: number, days = 0): number =>
  Math.floor((at + offsetMs) / dayMs) * dayMs - offsetMs + days * dayMs

/** The instant of WeChat Pay's `yyyyMMddHHmmss`, undefined when it is not one. */
export function parseShanghaiSeconds(text: string): number | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text)
  if (!match) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number)
  const at = Date.UTC(year!, month! - 1, day, hour, minute, second) - offsetMs
  return shanghaiDate(at) === `${match[1]}-${match[2]}-${match[3]}` ? at : undefined
}

/** The instant of a day and a minute in Asia/Shanghai, `2026-03-21` and `09:05`; NaN for none. */
export const atShanghaiMinute = (date: string, time: string): number =>
  // What is no such text is read in ways of its own by every engine.
  /^\d{4}-\d{2}-\d{2}$/.test(date) && /^\d{2}:\d{2}$/.test(time)
    ? Date.parse(`${date}T${time}:00Z`) - offsetMs
    : NaN
