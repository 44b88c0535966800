import { openLayer, type Stage } from './stage'

export interface PictureViewerOptions {
  /** Addresses the browser can load. */
  urls: readonly string[]
  first: number
}

/** Shows pictures on the whole screen, one at a time; a tap closes, a swipe or arrow key moves. */
export function viewPictures(stage: Stage, { urls, first }: PictureViewerOptions): Promise<void> {
  stage.style('viewer', STYLE)
  const { make } = stage
  return new Promise((resolve) => {
    const layer = openLayer(stage, {
      name: 'viewer',
      placement: 'full',
      label: '图片',
      onDismiss: () => close(),
    })
    const close = (): void => {
      layer.close()
      resolve()
    }
    const counter = make('p', { class: 'wxs-viewer-count', 'aria-live': 'polite' })
    const track = make(
      'div',
      { class: 'wxs-viewer-track', onClick: close },
      ...urls.map((src) => make('figure', {}, make('img', { src, alt: '图片' }))),
    )
    const current = () => Math.round(track.scrollLeft / Math.max(1, track.clientWidth))
    const show = (index: number): void => {
      const at = Math.min(urls.length - 1, Math.max(0, index))
      track.scrollTo({ left: at * track.clientWidth, behavior: 'instant' })
      counter.textContent = urls.length > 1 ? `${at + 1} / ${urls.length}` : ''
    }
    track.addEventListener('scroll', () => {
      counter.textContent = urls.length > 1 ? `${current() + 1} / ${urls.length}` : ''
    })
    layer.panel.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowRight') show(current() + 1)
      if (event.key === 'ArrowLeft') show(current() - 1)
    })
    layer.panel.append(
      track,
      counter,
      make('button', { class: 'wxs-viewer-close', onClick: close }, '关闭'),
    )
    show(first)
  })
}

const STYLE = `
.wxs-layer[data-surface="viewer"] > .wxs-panel { background: #000; animation-name: wxs-fade }
.wxs-viewer-track { flex: 1; display: flex; overflow-x: auto; scroll-snap-type: x mandatory; scrollbar-width: none }
.wxs-viewer-track figure { flex: 0 0 100%; margin: 0; display: grid; place-items: center; scroll-snap-align: center }
.wxs-viewer-track img { max-width: 100%; max-height: 100%; object-fit: contain }
.wxs-viewer-count { position: absolute; top: 56px; left: 0; right: 0; text-align: center; color: #fff; font-size: 15px }
.wxs-viewer-close { position: absolute; left: 50%; bottom: 52px; transform: translateX(-50%); min-height: 44px; padding: 0 20px; border-radius: 22px; background: rgba(255,255,255,.16); color: #fff; font-size: 14px }
`
