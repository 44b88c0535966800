/** What a notification claims instead of the truth. */
export interface Forgery {
  readonly totalFee?: unknown
  readonly openid?: string
  /** Fields of the notification, by their own names. */
  readonly fields: Readonly<Record<string, unknown>>
}
