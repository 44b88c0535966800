/**
 * One part of the local cloud. `start` and `stop` are called once, in wiring order and in reverse;
 * `reset` forgets everything.
 */
export interface Service {
  start?(): Promise<void> | void
  stop?(): Promise<void> | void
  reset?(): Promise<void> | void
}
