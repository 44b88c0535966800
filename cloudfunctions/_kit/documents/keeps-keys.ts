/** A document that keeps the once-keys of its own changes, the latest last. */
export interface KeepsKeys {
  _id: string
  /** Counts the changes: whoever has read an earlier one is too late. */
  version?: number
  onceKeys?: { key: string; hash: string }[]
}
