/** What changes while the page scrolls. */
export interface SectionChange {
  isPastPicture?: boolean
  anchor?: string
}

/**
 * Tells when the picture passes under the bar and which section is read, without listening to
 * every scroll; returns how to stop.
 */
export function watchSections(
  page: WechatMiniprogram.Page.TrivialInstance,
  topHeight: number,
  onChange: (change: SectionChange) => void,
): () => void {
  const { windowHeight } = wx.getWindowInfo()
  const picture = wx.createIntersectionObserver(page)
  picture.relativeToViewport({ top: -topHeight }).observe('.picture-end', (entry) => {
    const isAbove = entry.boundingClientRect.top < entry.relativeRect.top
    onChange({ isPastPicture: entry.intersectionRatio === 0 && isAbove })
  })
  // A band under the bar: the section that covers it is the one being read.
  const band = { top: -(topHeight + bandOffset), bottom: -(windowHeight - topHeight - bandEnd) }
  const sections = wx.createIntersectionObserver(page, { observeAll: true })
  sections.relativeToViewport(band).observe('.section', (entry) => {
    const anchor: unknown = entry.dataset['anchor']
    if (entry.intersectionRatio > 0 && typeof anchor === 'string') onChange({ anchor })
  })
  return () => {
    picture.disconnect()
    sections.disconnect()
  }
}

/** Where the band begins and ends under the bar, in px. */
const bandOffset = 24
const bandEnd = 64
