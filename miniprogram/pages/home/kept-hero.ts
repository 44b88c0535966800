const key = 'homeWithoutHero'

/** Whether the company had left the hero out when it was last heard of, for the first frame. */
export const wasWithoutHero = (): boolean => wx.getStorageSync(key) === true

export function keepWithoutHero(isWithout: boolean): void {
  if (wasWithoutHero() !== isWithout) wx.setStorageSync(key, isWithout)
}
