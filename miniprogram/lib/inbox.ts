const storageKey = 'messagesSeenAt'

/** Whether there is a message that was not looked at on this phone. */
export function hasNewMessages(newestAt: number | undefined): boolean {
  return newestAt !== undefined && newestAt > seenAt()
}

/** The customer has looked at everything up to this instant. */
export function rememberSeen(at: number): void {
  if (at > seenAt()) wx.setStorageSync(storageKey, at)
}

function seenAt(): number {
  const stored: unknown = wx.getStorageSync(storageKey)
  return typeof stored === 'number' ? stored : 0
}
