/** What changes while the hero scrolls away. */
export interface HeroChange {
  isPastWords?: boolean
  isPastHero?: boolean
}

/**
 * Tells when the hero's words come near the bar and when the hero itself has passed under it,
 * without listening to every scroll; returns how to stop.
 */
export function watchHero(
  page: WechatMiniprogram.Page.TrivialInstance,
  topHeight: number,
  onChange: (change: HeroChange) => void,
): () => void {
  const watch = (selector: string, name: keyof HeroChange) => {
    const observer = wx.createIntersectionObserver(page)
    observer.relativeToViewport({ top: -topHeight }).observe(selector, (entry) => {
      const isAbove = entry.boundingClientRect.top < entry.relativeRect.top
      onChange({ [name]: entry.intersectionRatio === 0 && isAbove })
    })
    return observer
  }
  const observers = [watch('.words-end', 'isPastWords'), watch('.hero-end', 'isPastHero')]
  return () => {
    for (const observer of observers) observer.disconnect()
  }
}
