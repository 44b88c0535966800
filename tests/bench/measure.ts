import fs from 'node:fs'

export interface Load {
  perSecond: number
  p50Ms: number
  p95Ms: number
  /** CPU time of the server per operation. */
  cpuMs: number
}

/** CPU time a process has used so far, in ms; the kernel counts in steps of 10 ms. */
function cpuTime(pid: number): number {
  const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** The middle of the values; of an even number of them the upper one. */
export const median = (values: readonly number[]): number => percentile(values, 0.5)

export const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * part))
  ] ?? 0

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))

/**
 * Runs `work` `count` times by `width` workers at once and says how fast it went. `work` gets the
 * number of its worker, so that each can be a person of its own.
 */
export async function measureLoad(
  pid: number,
  width: number,
  count: number,
  work: (worker: number) => Promise<unknown>,
): Promise<Load> {
  const times: number[] = []
  let left = count
  const cpuBefore = cpuTime(pid)
  const started = performance.now()
  await Promise.all(
    Array.from({ length: width }, async (_, worker) => {
      while (left-- > 0) {
        const begun = performance.now()
        await work(worker)
        times.push(performance.now() - begun)
      }
    }),
  )
  const wallMs = performance.now() - started
  return {
    perSecond: round((count / wallMs) * 1000, 1),
    p50Ms: round(percentile(times, 0.5)),
    p95Ms: round(percentile(times, 0.95)),
    cpuMs: round((cpuTime(pid) - cpuBefore) / count),
  }
}

/** Three rounds after a warm-up, each figure the middle one. */
export async function medianLoad(rounds: number, run: () => Promise<Load>): Promise<Load> {
  const loads: Load[] = []
  for (let index = 0; index < rounds; index++) loads.push(await run())
  const middle = (name: keyof Load) => median(loads.map((load) => load[name]))
  return {
    perSecond: middle('perSecond'),
    p50Ms: middle('p50Ms'),
    p95Ms: middle('p95Ms'),
    cpuMs: middle('cpuMs'),
  }
}
