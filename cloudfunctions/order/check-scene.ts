import type { Shortage } from '../../shared/contract/order-parts'
import { mostPayableFen } from '../../shared/domain/means'
import type { GroupProblem } from '../../shared/domain/group'
import { err, ok } from '../../shared/domain/result'
import type { Result } from '../../shared/domain/result'
import type { Priced } from './price'
import type { Scene } from './scene'

type SceneProblem =
  | { ok: false; code: 'CART_EMPTY' | GroupProblem; detail: undefined }
  | { ok: false; code: 'SKU_NOT_FOUND'; detail: { skuId: string } }
  | { ok: false; code: 'SOLD_OUT'; detail: Shortage }

/** Refuses what cannot be priced: nothing there, or a group that takes nobody any more. */
export function checkScene(scene: Scene): { ok: true; value: Scene } | SceneProblem {
  const { basket, groupProblem } = scene
  if (basket.unknownSkuId !== undefined) return err('SKU_NOT_FOUND', { skuId: basket.unknownSkuId })
  if (basket.lines.length === 0)
    return basket.shortages.length > 0
      ? err('SOLD_OUT', { lines: basket.shortages })
      : err('CART_EMPTY')
  return groupProblem ? err(groupProblem) : ok(scene)
}

type PriceProblem = 'GROUP_ENDED' | 'TOTAL_NOT_PAYABLE'

/** Refuses a price that cannot be agreed to. */
export function checkPriced(
  { choices: { group } }: Scene,
  priced: Priced,
): Result<Priced, PriceProblem, { limitFen: number } | undefined> {
  const isAtGroupPrice = priced.pricing.adjustments.some(
    ({ kind, sourceId }) => kind === 'groupBuy' && sourceId === group?.promotionId,
  )
  if (group && !isAtGroupPrice) return err('GROUP_ENDED')
  return priced.means.wechatFen > mostPayableFen
    ? err('TOTAL_NOT_PAYABLE', { limitFen: mostPayableFen })
    : ok(priced)
}
