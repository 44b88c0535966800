import { icon } from './icon'
import { openRequestSheet } from './request-sheet'
import type { Stage } from './stage'

/** A subscribe-message template of the account, as the local cloud lists it. */
export interface SubscribeTemplate {
  id: string
  title: string
  kind: 'one-time' | 'long-term'
  /** From the field's key to the label the customer reads. */
  fields: Record<string, string>
}

export interface SubscribeAnswer {
  choices: Record<string, 'accept' | 'reject'>
  /** The user ticked that the same choice is made from now on. */
  always: boolean
}

/** WeChat's dialog for messages: each template can be taken or left. */
export function askSubscription(
  stage: Stage,
  templates: readonly SubscribeTemplate[],
): Promise<SubscribeAnswer> {
  stage.style('subscribe', STYLE)
  const { make } = stage
  return new Promise((resolve) => {
    const rows = templates.map((template) => ({
      template,
      row: check(stage, template.title, true),
    }))
    const always = check(stage, '总是保持以上选择，不再询问', false)
    const chosen = () => rows.filter(({ row }) => isOn(row))
    const longTerm = templates.some(({ kind }) => kind === 'long-term')
    const sheet = openRequestSheet(stage, {
      name: 'subscribe',
      title: longTerm ? '给你发送以下消息' : '给你发送一次以下消息',
      allow: '允许',
      refuse: '取消',
      body: [
        make('div', { class: 'wxs-subscribe-list' }, ...rows.map(({ row }) => row)),
        make('div', { class: 'wxs-subscribe-always' }, always),
      ],
      onAnswer(allowed) {
        const taken = new Set(allowed ? chosen().map(({ template }) => template.id) : [])
        resolve({
          always: isOn(always),
          choices: Object.fromEntries(
            templates.map(({ id }) => [id, taken.has(id) ? 'accept' : 'reject']),
          ),
        })
      },
    })
    rows.forEach(({ row }) =>
      row.addEventListener('click', () => {
        sheet.allow.disabled = chosen().length === 0
      }),
    )
  })
}

function isOn(row: Element): boolean {
  return row.getAttribute('aria-checked') === 'true'
}

function check({ make, document }: Stage, text: string, on: boolean): HTMLElement {
  const mark = make('span', { class: 'wxs-check' })
  mark.append(icon(document, 'check', 14, 3))
  const row = make(
    'button',
    {
      class: 'wxs-subscribe-row',
      role: 'checkbox',
      'aria-checked': String(on),
      onClick: () => row.setAttribute('aria-checked', String(!isOn(row))),
    },
    mark,
    make('span', { class: 'wxs-grow' }, text),
  )
  return row
}

const STYLE = `
.wxs-subscribe-list { margin-top: 12px; border-radius: 8px; background: var(--wxs-card) }
.wxs-subscribe-row { display: flex; align-items: center; gap: 12px; width: 100%; min-height: 52px; padding: 10px 14px }
.wxs-subscribe-row + .wxs-subscribe-row { border-top: .5px solid var(--wxs-line) }
.wxs-check { flex: none; width: 20px; height: 20px; border-radius: 50%; border: 1.5px solid var(--wxs-text-3); display: grid; place-items: center; color: transparent }
[aria-checked="true"] > .wxs-check { background: var(--wxs-brand); border-color: var(--wxs-brand); color: #fff }
.wxs-subscribe-always { margin-top: 8px; font-size: 14px; color: var(--wxs-text-2) }
.wxs-subscribe-always .wxs-check { width: 16px; height: 16px }
.wxs-subscribe-always .wxs-subscribe-row { padding: 4px 14px; min-height: 44px }
.wxs-subscribe-always svg { width: 11px; height: 11px }
`
