/** The clock of the local cloud, which tests and the desk can move. */
export interface PhoneClock {
  now(): number
  setOffset(milliseconds: number): void
}

let offset = 0

export const phoneClock: PhoneClock = {
  now: () => Date.now() + offset,
  setOffset(milliseconds) {
    offset = milliseconds
  },
}

/** The `Date` that page code sees: without arguments it is the local cloud's time. */
export const PhoneDate = new Proxy(Date, {
  construct(target, values, newTarget) {
    const given = values.length === 0 ? [phoneClock.now()] : values
    return Reflect.construct(target, given, newTarget) as object
  },
  apply: () => new Date(phoneClock.now()).toString(),
  get(target, name) {
    if (name === 'now') return () => phoneClock.now()
    return Reflect.get(target, name, target) as unknown
  },
})
