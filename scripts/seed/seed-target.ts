/** Where a seed goes: the local cloud today, a cloud environment the same way. */
export interface SeedTarget {
  /** Adds the documents whose ids are not there yet; those that are stay as they are. */
  addDocuments(collection: string, documents: readonly { _id: string }[]): Promise<void>
  /** Stores a file under its cloud path and says its file id. */
  putFile(cloudPath: string, content: Buffer): Promise<string>
  /** The openid a person is known by, where persons can be named. */
  openidOf(user: string): string
}
