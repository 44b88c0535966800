/** A message that reached a customer's WeChat, as the phone and the desk show it. */
export interface InboxMessage {
  readonly id: string
  /** When it arrived, on the movable clock (epoch ms). */
  readonly at: number
  readonly user: string
  readonly openid: string
  readonly kind: 'subscribe' | 'customerService'
  readonly title: string
  /** Where a tap leads, without leading slash; absent when the message leads nowhere. */
  readonly page?: string
  readonly templateId?: string
  readonly miniprogramState?: string
  /** What the card shows, line by line. */
  readonly fields: readonly {
    readonly key: string
    readonly label: string
    readonly value: string
  }[]
}
