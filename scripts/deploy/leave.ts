/**
 * Ends the process with this exit code once everything it said has been taken: a call that took too long
 * may still wait for its answer, the process does not.
 */
export function leave(code: number): void {
  process.stdout.write('', () => process.exit(code))
}
