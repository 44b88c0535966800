/**
 * Runs `work` one at a time and always for the newest value: values that come while it runs
 * replace each other, and the last of them is next. The pace is set by the answers and not by a
 * clock, so a slow network gets fewer requests. `work` must not reject.
 */
export function latestOnly<V>(work: (value: V) => Promise<void>): (value: V) => void {
  let waiting: { value: V } | undefined
  let isRunning = false

  async function run(): Promise<void> {
    isRunning = true
    while (waiting) {
      const { value } = waiting
      waiting = undefined
      await work(value)
    }
    isRunning = false
  }

  return (value) => {
    waiting = { value }
    if (!isRunning) void run()
  }
}
