import { textsOf } from './language'

/** Offers a new version as soon as WeChat has it on the phone; refusing keeps the old one. */
export function applyUpdates(): void {
  const manager = wx.getUpdateManager()
  manager.onUpdateReady(async () => {
    const { common } = textsOf(['common'])
    const { confirm } = await wx.showModal({
      title: common.updateTitle,
      content: common.updateBody,
      confirmText: common.updateNow,
      cancelText: common.updateLater,
    })
    if (confirm) manager.applyUpdate()
  })
}
