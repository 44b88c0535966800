/** A message that reached the user's WeChat, as the local cloud keeps it. */
export interface InboxMessage {
  id: string
  /** Epoch milliseconds on the local cloud's clock. */
  at: number
  kind: 'subscribe' | 'customerService'
  title: string
  /** Where a tap leads, without a leading slash. */
  page?: string
  fields: { key: string; label: string; value: string }[]
}

/** Time of day when it is from today, else the date as well. */
export function timeText(at: number, now: number): string {
  const time = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
  const day = (moment: number): string =>
    new Intl.DateTimeFormat('zh-CN', {
      timeZone: 'Asia/Shanghai',
      month: 'numeric',
      day: 'numeric',
    }).format(moment)
  return day(at) === day(now) ? time : `${day(at)} ${time}`
}
