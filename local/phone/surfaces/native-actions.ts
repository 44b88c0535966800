import type { Surfaces } from './surfaces'
import type { NativeAction } from './stage'

/** What `Tool.native` of the automator can do to WeChat's own dialogs. */
export type NativeActions = Readonly<Record<NativeAction, () => void>>

/** Acts on the topmost dialog that knows the action; fails when none is open. */
export function nativeActions({ stage }: Surfaces): NativeActions {
  const act = (name: NativeAction) => () => {
    const hook = [...stage.layers].reverse().find(({ native }) => native[name])?.native[name]
    if (!hook) throw new Error(`${name}: no dialog that knows it is open`)
    hook()
  }
  return {
    confirmModal: act('confirmModal'),
    cancelModal: act('cancelModal'),
    authorizeAllow: act('authorizeAllow'),
    authorizeCancel: act('authorizeCancel'),
    closePaymentDialog: act('closePaymentDialog'),
    shareConfirm: act('shareConfirm'),
    shareCancel: act('shareCancel'),
  }
}
