const two = (value: number, digits = 2) => String(value).padStart(digits, '0')

/** Instants are shown in China's time, wherever the desk is. */
const inChina = (instant: number) => new Date(instant + 8 * 3_600_000)

/** `03-22 09:41:07` */
export function dateAndTime(instant: number): string {
  const date = inChina(instant)
  return `${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())} ${timeOfDay(instant)}`
}

/** `09:41:07` */
export function timeOfDay(instant: number): string {
  const date = inChina(instant)
  return [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()]
    .map((n) => two(n))
    .join(':')
}

/** `09:41:07.204` */
export const timeWithMilliseconds = (instant: number): string =>
  `${timeOfDay(instant)}.${two(inChina(instant).getUTCMilliseconds(), 3)}`
