/** A subscribe-message template as the mini program's account has it. */
export interface SubscribeTemplate {
  readonly id: string
  readonly title: string
  /** One accept of a one-time template allows one message; a long-term one goes on until it is rejected. */
  readonly kind: 'one-time' | 'long-term'
  /** From the field's key, such as `thing1`, to the label the customer reads. */
  readonly fields: Readonly<Record<string, string>>
}
