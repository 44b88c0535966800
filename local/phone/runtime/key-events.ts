/** A key as `wx.onKeyDown` tells of it. */
interface KeyPress {
  key: string
  code: string
  timeStamp: number
}

/**
 * Tells which keys go down in a window, as WeChat on a PC does: only once the mini program was
 * touched, and not while a field has the focus.
 */
export function tellKeys(
  target: Window,
  isTouched: () => boolean,
  tell: (press: KeyPress) => void,
): void {
  target.addEventListener('keydown', (event) => {
    if (!isTouched() || isField(event.composedPath()[0])) return
    const { key, code, timeStamp } = event
    tell({ key, code, timeStamp })
  })
}

function isField(target: EventTarget | undefined): boolean {
  const { tagName, isContentEditable } = (target ?? {}) as Partial<HTMLElement>
  return tagName === 'INPUT' || tagName === 'TEXTAREA' || isContentEditable === true
}
