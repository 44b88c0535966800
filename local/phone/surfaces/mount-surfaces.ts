import type { PhoneHost } from '../runtime/types'
import { filesOf } from '../wx/files/phone-files'
import { type ActionSheetOptions, showActionSheet } from './action-sheet'
import { type CashierOutcome, type PrepaidOrder, showCashier } from './cashier'
import { type ModalAnswer, type ModalOptions, showModal } from './modal'
import { createStage, type Stage } from './stage'
import { createToast, type Toast } from './toast'

/** Everything WeChat draws over a mini program's pages. */
export interface Surfaces {
  readonly stage: Stage
  readonly toast: Toast
  modal(options: ModalOptions): Promise<ModalAnswer>
  actionSheet(options: ActionSheetOptions): Promise<number | undefined>
  cashier(order: PrepaidOrder): Promise<CashierOutcome>
}

const mounted = new WeakMap<PhoneHost, Surfaces>()

/** The surfaces of a phone; mounted once, the same ones each time it is asked. */
export function mountSurfaces(host: PhoneHost): Surfaces {
  const known = mounted.get(host)
  if (known) return known
  const stage = createStage(host)
  const surfaces: Surfaces = {
    stage,
    toast: createToast(stage, (path) => filesOf(host).urlOf(path) ?? path),
    modal: (options) => showModal(stage, options),
    actionSheet: (options) => showActionSheet(stage, options),
    cashier: (order) => showCashier(stage, order),
  }
  mounted.set(host, surfaces)
  return surfaces
}
