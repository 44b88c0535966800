export interface DocumentDatabase {
  handle(action: string, request: object): Promise<object>
  abortAllOf(owner: string): Promise<void> | void
  reset(): Promise<void> | void
  close(): Promise<void> | void
}

export type OpenDatabase = (options: { file: string; now: () => number }) => DocumentDatabase
