/**
 * Makes `Date` in this thread tell the movable clock's time. Instants that are given explicitly are
 * left as they are, and every date stays a real `Date`.
 */
export function moveDate(sharedOffset: SharedArrayBuffer): void {
  const offset = new Float64Array(sharedOffset)
  const machineNow = Date.now.bind(Date)
  const now = () => Math.floor(machineNow() + offset[0]!)
  Date.now = now
  const moved = new Proxy(Date, {
    construct: (target, given: [], newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as Date,
    apply: (target) => new target(now()).toString(),
  })
  Date.prototype.constructor = moved
  globalThis.Date = moved
}
