import { recogniseRegion } from './recognise-region'

/** What a pasted text says; what it does not say is empty. */
export interface RecognisedAddress {
  name: string
  phone: string
  province: string
  city: string
  district: string
  street: string
}

const labels =
  /(?:收货人|收件人|收货人姓名|姓名|联系人|联系电话|联系方式|手机号码|手机号|手机|电话|所在地区|所在区域|地区|详细地址|收货地址|收件地址|寄送地址|地址|邮政编码|邮编)\s*[:：]?\s*/g
const labelledName = /(?:收货人姓名|收货人|收件人|姓名|联系人)\s*[:：]?\s*([^\s\d:：,，;；]{1,20})/
const phonePattern = /(^|[^\d])((?:\+|00)?86[-\s]?)?(1[3-9]\d(?:[-\s]?\d){8})(?!\d)/
const landline = /(^|[^\d])(0\d{2,3}[-\s]?\d{7,8})(?!\d)/
const postcode = /(^|\s)\d{6}(?=\s|$)/

/** Where the phone stood: a name is mostly beside it. */
const phoneMark = '\u0001'

/**
 * Reads name, phone, region and street out of free text as people paste it: from a chat, a label,
 * another shop; in any order, with labels or without, with spaces or without.
 */
export function recogniseAddress(pasted: string): RecognisedAddress {
  let text = pasted
    .normalize('NFKC')
    .replace(/[\r\n\t|;；,，。]+/g, ' ')
    .trim()
  const phoneFound = phonePattern.exec(text)
  const phone = phoneFound?.[3]?.replace(/\D/g, '') ?? ''
  if (phoneFound) text = text.replace(phonePattern, `$1 ${phoneMark} `)
  text = text.replace(landline, '$1 ').replace(postcode, ' ')
  const named = labelledName.exec(text)?.[1] ?? ''
  text = text.replace(labels, ' ')
  if (named) text = text.replace(named, ' ')
  text = text.replace(/[[\]【】()（）]/g, (sign) =>
    /[[【]/.test(sign) || /[\]】]/.test(sign) ? ' ' : sign,
  )

  const region = recogniseRegion(text)
  const before = region ? text.slice(0, region.start) : ''
  const after = region ? text.slice(region.end) : text
  const { province = '', city = '', district = '' } = region ?? {}
  const fromBefore = named || !region ? '' : nameIn(before)
  const rest = takeName(after, named || fromBefore)
  return {
    name: (named || fromBefore || rest.name).slice(0, 20),
    phone,
    province,
    city,
    district,
    street: rest.street.slice(0, 80),
  }
}

const words = (text: string): string[] =>
  text.split(phoneMark).join(' ').split(/\s+/).filter(Boolean)

/** What stands before the region is the name, unless it is too long to be one. */
const nameIn = (text: string): string => {
  const name = words(text).join(/[a-z]/i.test(text) ? ' ' : '')
  return name.length <= 20 ? name : ''
}

const looksLikeName = (word: string): boolean =>
  /^[\u4e00-\u9fff·]{2,4}(?:先生|女士|小姐|老师|经理|师傅)?$/.test(word) &&
  !/(?:号楼?|[室楼栋座层院幢村组路街巷镇乡区园苑城店厦场])$/.test(word)

/** Splits what follows the region into street and, when none is known yet, the name. */
function takeName(text: string, known: string): { name: string; street: string } {
  if (known) return { name: '', street: joined(words(text)) }
  const [beforePhone = '', afterPhone = ''] = text.split(phoneMark)
  const behind = words(afterPhone)
  const front = words(beforePhone)
  const isNameBehind = front.length > 0 && behind.length > 0 && behind.length <= 2
  if (isNameBehind && behind.every((word) => !/\d/.test(word)))
    return { name: behind.join(' '), street: joined(front) }
  const last = front[front.length - 1] ?? ''
  if (front.length > 1 && looksLikeName(last))
    return { name: last, street: joined([...front.slice(0, -1), ...behind]) }
  const stuck = /^(.*(?:\d|号楼|[号室楼栋座层院幢组店]))([\u4e00-\u9fff]{2,4})$/.exec(last)
  if (stuck && looksLikeName(stuck[2]!))
    return { name: stuck[2]!, street: joined([...front.slice(0, -1), stuck[1]!, ...behind]) }
  return { name: '', street: joined([...front, ...behind]) }
}

/** Chinese needs no spaces; other letters keep theirs. */
const joined = (parts: readonly string[]): string =>
  parts.reduce(
    (text, part) =>
      /[a-z]$/i.test(text) && /^[a-z]/i.test(part) ? `${text} ${part}` : text + part,
    '',
  )
