import { openFullPage } from './full-page'
import { type InboxMessage, timeText } from './inbox-message'
import type { Stage } from './stage'
import { appNameOf } from './wechat-memory'

/** The conversation 服务通知 with everything that arrived; a tap on a card runs `open`. */
export async function showInbox(
  stage: Stage,
  open: (message: InboxMessage) => void,
): Promise<void> {
  stage.style('inbox', STYLE)
  const { make, host } = stage
  const page = openFullPage(stage, {
    name: 'inbox',
    title: '服务通知',
    onBack: () => page.close(),
  })
  const note = make('p', { class: 'wxs-inbox-empty' })
  page.body.append(note)
  try {
    const messages = await host.request<InboxMessage[]>(
      `/local/inbox/${encodeURIComponent(host.user)}`,
    )
    const shown = messages.filter(({ kind }) => kind !== 'customerService')
    note.textContent = shown.length === 0 ? '还没有收到通知' : ''
    page.body.append(
      ...shown.map((message) =>
        card(stage, message, () => {
          page.close()
          open(message)
        }),
      ),
    )
    page.body.scrollTo(0, page.body.scrollHeight)
  } catch (error) {
    note.textContent = `没有取到通知：${error instanceof Error ? error.message : String(error)}`
  }
}

function card({ make, host }: Stage, message: InboxMessage, open: () => void): HTMLElement {
  const { title, fields, page, at } = message
  return make(
    'section',
    { class: 'wxs-inbox-item' },
    make('p', { class: 'wxs-tiny wxs-inbox-time' }, timeText(at, host.now())),
    make(
      'button',
      { class: 'wxs-inbox-card', disabled: page === undefined, onClick: open },
      make('span', { class: 'wxs-inbox-app' }, appNameOf(host)),
      make('span', { class: 'wxs-inbox-title' }, title),
      ...fields.map(({ label, value }) =>
        make(
          'span',
          { class: 'wxs-inbox-field' },
          make('span', {}, label),
          make('span', { class: 'wxs-grow' }, value),
        ),
      ),
      page !== undefined && make('span', { class: 'wxs-inbox-go' }, '进入小程序查看'),
    ),
  )
}

const STYLE = `
.wxs-inbox-empty:not(:empty) { padding: 40px 24px; text-align: center; color: var(--wxs-text-2); font-size: 15px }
.wxs-inbox-item { padding: 0 16px 16px }
.wxs-inbox-time { padding: 16px 0 8px; text-align: center }
.wxs-inbox-card { display: block; width: 100%; padding: 16px 16px 0; border-radius: 8px; background: var(--wxs-surface) }
.wxs-inbox-card:disabled { padding-bottom: 16px; cursor: default }
.wxs-inbox-card > span { display: block }
.wxs-inbox-app { font-size: 14px; color: var(--wxs-text-2) }
.wxs-inbox-title { margin: 6px 0 10px; font-weight: 600 }
.wxs-inbox-card > .wxs-inbox-field { display: flex; gap: 12px; padding: 3px 0; font-size: 15px; line-height: 22px }
.wxs-inbox-field > :first-child { flex: none; min-width: 76px; color: var(--wxs-text-2) }
.wxs-inbox-field > :last-child { overflow-wrap: anywhere }
.wxs-inbox-card > .wxs-inbox-go { margin-top: 12px; padding: 12px 0; border-top: .5px solid var(--wxs-line); font-size: 14px; color: var(--wxs-text-2) }
`
