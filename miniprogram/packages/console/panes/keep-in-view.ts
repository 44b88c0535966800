/** Where the page scrolls to so that all of it, or its beginning, is seen; undefined if it is. */
export function scrollToSee(
  { top, bottom }: { top: number; bottom: number },
  seen: { from: number; to: number },
  scrollTop: number,
): number | undefined {
  if (top >= seen.from && bottom <= seen.to) return undefined
  const toBeginning = top - seen.from
  const by = toBeginning < 0 ? toBeginning : Math.min(toBeginning, bottom - seen.to)
  return Math.max(0, scrollTop + by)
}

/** Scrolls the page only as far as the element needs to be seen, below the bars that end at `from`. */
export function keepInView(selector: string, from: number): void {
  wx.createSelectorQuery()
    .select(selector)
    .boundingClientRect()
    .selectViewport()
    .scrollOffset()
    .exec((found: [Box | null, { scrollTop: number } | null]) => {
      const [box, page] = found
      if (!box || !page) return
      const seen = { from, to: wx.getWindowInfo().windowHeight }
      const scrollTop = scrollToSee(box, seen, page.scrollTop)
      if (scrollTop !== undefined) void wx.pageScrollTo({ scrollTop, duration: 0 })
    })
}

type Box = WechatMiniprogram.BoundingClientRectCallbackResult
