/**
 * Tells which shelf is at the top of the list and which come near enough to be loaded, without
 * listening to every scroll; returns how to stop.
 */
export function watchShelves(
  page: WechatMiniprogram.Page.TrivialInstance,
  told: { onTop: (index: number) => void; onNear: (index: number) => void },
): () => void {
  const top = wx.createIntersectionObserver(page, { observeAll: true })
  const near = wx.createIntersectionObserver(page, { observeAll: true })
  let isStopped = false

  wx.createSelectorQuery()
    .in(page)
    .select('.list')
    .boundingClientRect((list) => {
      if (isStopped) return
      // A line just under the top edge: the one shelf that crosses it is the current one.
      top
        .relativeTo('.list', { top: -lineOffset, bottom: -(list.height - lineOffset - 1) })
        .observe('.shelf', (entry) => {
          if (entry.intersectionRatio > 0 || isTouching(entry)) told.onTop(indexOf(entry))
        })
      near
        .relativeTo('.list', { top: list.height / 2, bottom: list.height / 2 })
        .observe('.shelf', (entry) => {
          if (entry.intersectionRatio > 0) told.onNear(indexOf(entry))
        })
    })
    .exec()

  return () => {
    isStopped = true
    top.disconnect()
    near.disconnect()
  }
}

/** Distance of the line from the top of the list, in px: a shelf is current when it is there. */
const lineOffset = 8

type Entry = WechatMiniprogram.IntersectionObserverObserveCallbackResult

const indexOf = (entry: Entry) => Number(entry.dataset['index'])
/** The ratio of a long shelf to a thin line rounds to zero: the rectangles tell. */
const isTouching = ({ boundingClientRect: shelf, relativeRect: line }: Entry) =>
  shelf.top < line.bottom && shelf.bottom > line.top
