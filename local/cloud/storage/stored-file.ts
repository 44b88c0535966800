/** A file of the storage, without its bytes. */
export interface StoredFile {
  readonly path: string
  readonly size: number
  /** SHA-1 of the bytes, as hex. */
  readonly digest: string
  /** The openid of the user who put it there; absent when a function did. */
  readonly owner?: string
  readonly at: number
}
