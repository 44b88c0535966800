import type { FlashItem, FlashSaleView } from '../../../../shared/contract/loyalty'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { nearTime } from '../../../lib/china-time'
import { fill } from '../../../lib/language'

type Texts = Pick<MessageTexts, 'flashSale' | 'orders'>

export interface FlashRow {
  skuId: string
  productId: string
  name: string
  options: string
  picture: string
  plate: string
  flashFen: number
  priceFen: number
  /** How much of it is sold, 0 to 100, while it is on. */
  percent: number
  note: string
  button: string
  isOn: boolean
  faded: boolean
}

export interface FlashView {
  promotionId: string
  name: string
  /** What the countdown counts to. */
  label: string
  until: number
  starts: string
  isOn: boolean
  rows: FlashRow[]
}

/** One sale at this instant, by the server's clock. */
export function toFlashView(
  { promotionId, name, startsAt, endsAt, items }: FlashSaleView,
  now: number,
  { flashSale: t, orders }: Texts,
): FlashView {
  const isOn = startsAt <= now
  return {
    promotionId,
    name,
    label: isOn ? t.endsIn : t.startsIn,
    until: isOn ? endsAt : startsAt,
    starts: isOn ? '' : fill(t.starts, { time: nearTime(startsAt, now, orders) }),
    isOn,
    rows: items.map((item) => toRow(item, isOn, t)),
  }
}

function toRow(item: FlashItem, isOn: boolean, t: Texts['flashSale']): FlashRow {
  const { left, total, perMember, mayBuy } = item
  const isGone = left === 0
  return {
    skuId: item.skuId,
    productId: item.productId,
    name: item.name,
    options: item.options,
    picture: item.picture,
    plate: item.plate,
    flashFen: item.flashFen,
    priceFen: item.priceFen,
    percent: isOn && total > 0 ? Math.round(((total - left) * 100) / total) : 0,
    note: noteOf(),
    button: isOn && !isGone && mayBuy > 0 ? t.buy : t.see,
    isOn: isOn && !isGone && mayBuy > 0,
    faded: isGone,
  }

  function noteOf(): string {
    if (isGone) return t.gone
    if (isOn && mayBuy === 0) return fill(t.boughtOut, { count: perMember })
    return fill(t.leftAndLimit, { left, count: perMember })
  }
}
