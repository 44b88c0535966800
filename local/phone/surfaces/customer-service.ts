import { openFullPage } from './full-page'
import type { InboxMessage } from './inbox-message'
import type { Stage } from './stage'

interface ServiceCard {
  title: string
  /** Where a tap on the card leads. */
  path: string
  imageUrl: string | undefined
}

export interface CustomerServiceOptions {
  /** Handed to the company's function when the conversation opens. */
  sessionFrom: string
  /** A card of the mini program that the customer may send first. */
  card?: ServiceCard
  /** The customer tapped a card in the conversation. */
  onCard?: (card: { path: string }) => void
}

/** The conversation with the company's customer service; messages go to its function and come back. */
export function openCustomerService(stage: Stage, options: CustomerServiceOptions): void {
  stage.style('service', STYLE)
  const { make, host } = stage
  const stop = host.on('cloud', (value) => {
    const { type, message } = value as { type?: string; message?: InboxMessage }
    if (type !== 'inbox' || message?.kind !== 'customerService') return
    const text = message.fields.map((field) => field.value).join('\n')
    bubble('theirs', text, message.page)
  })
  const page = openFullPage(stage, {
    name: 'customer-service',
    title: '客服消息',
    onBack() {
      stop()
      page.close()
    },
  })
  const talk = make('div', { class: 'wxs-talk', 'aria-live': 'polite' })
  const bubble = (side: 'mine' | 'theirs', text: string, path?: string): void => {
    const words = path
      ? make('button', { onClick: () => options.onCard?.({ path }) }, text)
      : make('p', {}, text)
    talk.append(make('div', { class: `wxs-talk-${side}` }, words))
    page.body.scrollTo(0, page.body.scrollHeight)
  }
  const tell = async (body: Record<string, string>): Promise<void> => {
    try {
      const answer = await host.request<{ delivered: boolean }>('/local/customer-service', {
        user: host.user,
        ...body,
      })
      note.textContent = answer.delivered ? '' : '没有云函数接收客服消息'
    } catch (error) {
      note.textContent = `没有发出去：${error instanceof Error ? error.message : String(error)}`
    }
  }
  const field = make('input', { placeholder: '说点什么', 'aria-label': '消息' })
  const send = (): void => {
    const text = field.value.trim()
    if (text === '') return
    field.value = ''
    bubble('mine', text)
    void tell({ text })
  }
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') send()
  })
  const note = make('p', { class: 'wxs-tiny wxs-talk-note', role: 'status' })
  const { card } = options
  page.body.append(talk, note)
  page.panel.append(
    card
      ? make(
          'div',
          { class: 'wxs-talk-card' },
          card.imageUrl && make('img', { src: card.imageUrl, alt: '' }),
          make('span', { class: 'wxs-grow wxs-one' }, card.title),
          make(
            'button',
            { class: 'wxs-link', onClick: () => bubble('mine', card.title, card.path) },
            '发送',
          ),
        )
      : '',
    make(
      'footer',
      { class: 'wxs-talk-foot' },
      field,
      make('button', { class: 'wxs-button', 'data-primary': true, onClick: send }, '发送'),
    ),
  )
  void tell({ sessionFrom: options.sessionFrom })
}

const STYLE = `
.wxs-talk { display: flex; flex-direction: column; gap: 12px; padding: 16px }
.wxs-talk-mine, .wxs-talk-theirs { display: flex }
.wxs-talk-mine { justify-content: flex-end }
.wxs-talk > div > * { max-width: 76%; padding: 9px 12px; border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--wxs-card) }
.wxs-talk > .wxs-talk-mine > * { background: #95ec69; color: rgba(0,0,0,.9) }
.wxs[data-theme="dark"] .wxs-talk > .wxs-talk-mine > * { background: #3eb575 }
.wxs-talk > div > button { text-decoration: underline; text-underline-offset: 3px }
.wxs-talk-note { text-align: center; padding: 0 16px 16px }
.wxs-talk-card { flex: none; display: flex; align-items: center; gap: 12px; margin: 0 16px 8px; padding: 8px 12px; border-radius: 8px; background: var(--wxs-surface); font-size: 15px }
.wxs-talk-card img { width: 40px; height: 40px; object-fit: cover; border-radius: 4px }
.wxs-talk-card button { min-width: 44px; min-height: 44px; text-align: right }
.wxs-talk-foot { flex: none; display: flex; align-items: center; gap: 10px; padding: 8px 12px 42px; background: var(--wxs-sheet) }
.wxs-talk-foot input { flex: 1; min-width: 0; height: 40px; padding: 0 12px; border-radius: 6px; background: var(--wxs-card) }
.wxs-talk-foot .wxs-button { width: auto; min-height: 40px; margin: 0; padding: 0 16px; font-size: 15px }
`
