import { icon } from './icon'
import { type InboxMessage, timeText } from './inbox-message'
import type { Stage } from './stage'
import { appNameOf } from './wechat-memory'

const SHOWN_MS = 5000

/** Drops a service notification in from the top; a tap on it runs `open`. */
export function showServiceBanner(stage: Stage, message: InboxMessage, open: () => void): void {
  stage.style('banner', STYLE)
  const { make, document, root, host } = stage
  root.querySelector('.wxs-banner')?.remove()
  const mark = make('i', {})
  mark.append(icon(document, 'chat', 20))
  const remove = (): void => {
    clearTimeout(timer)
    banner.remove()
  }
  const banner = make(
    'button',
    {
      class: 'wxs-banner',
      'data-surface': 'banner',
      onClick() {
        remove()
        open()
      },
    },
    mark,
    make(
      'span',
      { class: 'wxs-grow' },
      make(
        'span',
        { class: 'wxs-banner-head' },
        make('b', { class: 'wxs-one' }, message.title),
        make('small', {}, timeText(message.at, host.now())),
      ),
      make(
        'span',
        { class: 'wxs-small wxs-one wxs-banner-line' },
        message.fields.map(({ value }) => value).join('，') || appNameOf(host),
      ),
    ),
  )
  banner.setAttribute('aria-live', 'polite')
  const timer = setTimeout(remove, SHOWN_MS)
  root.append(banner)
}

const STYLE = `
.wxs-banner { position: absolute; top: 48px; left: 8px; right: 8px; display: flex; align-items: center; gap: 12px; padding: 14px; border-radius: 16px; pointer-events: auto; background: var(--wxs-dialog); box-shadow: 0 6px 24px rgba(0,0,0,.18); animation: wxs-drop .35s cubic-bezier(.2,.9,.3,1) }
.wxs-banner > i { flex: none; width: 38px; height: 38px; border-radius: 9px; display: grid; place-items: center; background: var(--wxs-brand); color: #fff }
.wxs-banner-head { display: flex; align-items: baseline; gap: 8px; font-size: 15px }
.wxs-banner-head b { flex: 1; min-width: 0; font-weight: 600 }
.wxs-banner-head small { font-size: 12px; color: var(--wxs-text-3) }
.wxs-banner-line { display: block }
`
