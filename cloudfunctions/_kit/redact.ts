import { memberHash } from './ids'

/** Identities this instance has met lately, whatever they look like. */
const met = new Set<string>()
const mostMet = 200

/** From now on this member is told by a hash in every line of this instance's log. */
export function keepOutOfLogs(memberId: string | undefined): void {
  // Shorter ones would be found inside of words; WeChat's have 28 characters.
  if (memberId === undefined || memberId.length < 16) return
  met.delete(memberId)
  met.add(memberId)
  if (met.size > mostMet) met.delete(met.values().next().value!)
}

/** An openid as WeChat makes them: 28 characters, the first an `o`. */
const openId = /(?<![\w-])o[\w-]{27}(?![\w-])/g
const mobile = /(?<!\d)1[3-9]\d{9}(?!\d)/g
/** A gift card's number is as good as its money. */
const giftCard = /(giftcard:)([^\s"'#}]+)/g

/**
 * The text without openids, mobile numbers and numbers of gift cards: an error of the database
 * quotes the ids and values it was about.
 */
export function redact(text: string): string {
  let clean = text
    .replace(openId, (id) => `member-${memberHash(id)}`)
    .replace(mobile, (number) => `${number.slice(0, 3)}****${number.slice(-2)}`)
    .replace(giftCard, (_, kind: string, number: string) => kind + memberHash(number))
  for (const id of met)
    if (clean.includes(id)) clean = clean.replaceAll(id, `member-${memberHash(id)}`)
  return clean
}
