/**
 * One part of the local cloud. `start` and `stop` are called once, in wiring order and in reverse;
 * `reset` forgets everything; `snapshot` returns a value that only `restore` of the same service reads.
 */
export interface Service {
  start?(): Promise<void> | void
  stop?(): Promise<void> | void
  reset?(): Promise<void> | void
  snapshot?(): unknown
  restore?(snapshot: unknown): Promise<void> | void
}
