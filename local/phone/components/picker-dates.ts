import type { PickerModel } from './picker-model'

const two = (value: number): string => String(value).padStart(2, '0')

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)

const near = (wanted: number, choices: readonly number[]): number =>
  Math.max(choices[0] ?? 0, Math.min(wanted, choices.at(-1) ?? 0))

type Parts = readonly number[]

interface Bounded {
  start: Parts
  end: Parts
  value: Parts
  /** All choices of a part, given the parts before it, without regard to the bounds. */
  choices(place: number, before: Parts): [from: number, to: number]
  label(part: number, place: number): string
  format(parts: Parts): string
}

/** Is one list of parts later than another, compared from the first part on? */
function isAfter(one: Parts, other: Parts): boolean {
  const place = one.findIndex((part, index) => part !== other[index])
  return place >= 0 && (one[place] ?? 0) > (other[place] ?? 0)
}

/** Columns that narrow each other down so that the whole stays between start and end. */
function boundedModel({ start, end, value, choices, label, format }: Bounded): PickerModel {
  const allowed = (place: number, before: Parts): number[] => {
    const [from, to] = choices(place, before)
    const atStart = before.every((part, index) => part === start[index])
    const atEnd = before.every((part, index) => part === end[index])
    return range(
      atStart ? Math.max(from, start[place] ?? from) : from,
      atEnd ? Math.min(to, end[place] ?? to) : to,
    )
  }
  const settle = (wanted: Parts): number[] => {
    const parts: number[] = []
    for (const [place, part] of wanted.entries()) parts.push(near(part, allowed(place, parts)))
    return parts
  }
  const bounded = isAfter(value, end) ? end : isAfter(start, value) ? start : value
  let parts = settle(bounded.slice(0, value.length))
  const lists = (): number[][] => parts.map((_, place) => allowed(place, parts.slice(0, place)))
  return {
    columns: () => lists().map((list, place) => list.map((part) => label(part, place))),
    indexes: () => lists().map((list, place) => list.indexOf(parts[place] ?? 0)),
    turn(place, index) {
      const changed = [...parts]
      changed[place] = lists()[place]?.[index] ?? changed[place] ?? 0
      parts = settle(changed)
    },
    detail: () => ({ value: format(parts) }),
  }
}

function partsOf(text: string, pattern: RegExp): number[] | undefined {
  return pattern.exec(text)?.slice(1).filter(Boolean).map(Number)
}

/** `mode="time"`: hh:mm between start and end. */
export function timeModel(value: string, start: string, end: string, now: Date): PickerModel {
  const pattern = /^(\d{1,2}):(\d{1,2})$/
  return boundedModel({
    start: partsOf(start, pattern) ?? [0, 0],
    end: partsOf(end, pattern) ?? [23, 59],
    value: partsOf(value, pattern) ?? [now.getHours(), now.getMinutes()],
    choices: (place) => (place === 0 ? [0, 23] : [0, 59]),
    label: two,
    format: (parts) => parts.map(two).join(':'),
  })
}

export const DATE_FIELDS = ['year', 'month', 'day'] as const
export type DateField = (typeof DATE_FIELDS)[number]

const UNITS = ['年', '月', '日']

/** `mode="date"`: YYYY, YYYY-MM or YYYY-MM-DD between start and end. */
export function dateModel(
  value: string,
  start: string,
  end: string,
  fields: DateField,
  now: Date,
): PickerModel {
  const pattern = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/
  const size = DATE_FIELDS.indexOf(fields) + 1
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  const given = partsOf(value, pattern) ?? today
  const daysIn = ([year = 1970, month = 1]: Parts): number => new Date(year, month, 0).getDate()
  return boundedModel({
    start: partsOf(start, pattern) ?? [1900, 1, 1],
    end: partsOf(end, pattern) ?? [2099, 12, 31],
    value: today.map((part, place) => given[place] ?? part).slice(0, size),
    choices(place, before) {
      if (place === 0) return [1900, 2099]
      return place === 1 ? [1, 12] : [1, daysIn(before)]
    },
    label: (part, place) => `${part}${UNITS[place] ?? ''}`,
    format: (parts) =>
      parts.map((part, place) => (place === 0 ? String(part) : two(part))).join('-'),
  })
}
