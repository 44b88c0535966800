import { cloud } from './cloud'
import type { InboxMessage } from './cloud'
import { h } from './element'
import { text } from './texts'
import { timeOfDay } from './time'

/** Service notifications of every phone on the desk, newest first. */
export function createMessagesPanel(letterOf: (user: string) => string) {
  const count = h('span', { class: 'quiet' })
  const list = h('div', { class: 'rows' })
  const element = h(
    'section',
    { class: 'panel messages' },
    h(
      'h2',
      {},
      text('messages'),
      count,
      h('span', { class: 'gap' }),
      h('small', {}, text('allReceivers')),
    ),
    list,
  )

  const show = (entries: { user: string; message: InboxMessage }[]) => {
    count.textContent = entries.length > 0 ? String(entries.length) : ''
    list.replaceChildren(
      ...(entries.length === 0
        ? [h('p', { class: 'empty' }, text('noMessages'))]
        : entries.map(({ user, message }) => row(letterOf(user), user, message))),
    )
  }

  return {
    element,
    async refresh(users: readonly string[]) {
      const perUser = await Promise.all(
        users.map(async (user) => (await cloud.inbox(user)).map((message) => ({ user, message }))),
      )
      show(perUser.flat().sort((a, b) => b.message.at - a.message.at))
    },
  }
}

const row = (letter: string, user: string, message: InboxMessage) =>
  h(
    'div',
    { class: 'message' },
    h('i', { class: 'who', title: user }, letter),
    h(
      'div',
      {},
      h('div', { class: 'line' }, h('b', {}, message.title), h('small', {}, timeOfDay(message.at))),
      h(
        'div',
        { class: 'line quiet' },
        h('span', {}, message.fields.map(({ value }) => value).join('，')),
      ),
    ),
  )
