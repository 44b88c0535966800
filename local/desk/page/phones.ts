import { h, icon } from './element'
import type { IconName } from './element'
import { text } from './texts'

/** What a phone's page offers on its window to whoever frames it. */
interface PhoneControl {
  device: { theme: 'light' | 'dark'; language: 'zh_CN' | 'en'; networkType: string }
  setTheme(theme: 'light' | 'dark'): void
  setLanguage(language: 'zh_CN' | 'en'): void
  setNetwork(networkType: 'wifi' | 'none'): void
  reload(): void
  openPath(path: string): void
}

interface Phone {
  user: string
  element: HTMLElement
  frame: HTMLIFrameElement
}

const storageKey = 'desk.users'
const firstUsers = ['ann', 'staff']
/** Staff begin where their work is; everybody else at the front door. */
const staffPage = 'packages/console/shipping/shipping'
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The phones side by side: each is one user; any number of users can be added. */
export function createPhones(onChange: (users: string[]) => void) {
  const phones: Phone[] = []
  const row = h('div', { class: 'phones' })
  const users = () => phones.map(({ user }) => user)

  const changed = () => {
    localStorage.setItem(storageKey, JSON.stringify(users()))
    phones.forEach(({ element }, index) => {
      const letter = element.querySelector('.letter')
      if (letter) letter.textContent = letters[index % letters.length] ?? ''
    })
    onChange(users())
  }

  const remove = (user: string) => {
    const index = phones.findIndex((phone) => phone.user === user)
    phones.splice(index, 1)[0]?.element.remove()
    changed()
  }

  const add = (user: string, path?: string) => {
    const known = phones.find((phone) => phone.user === user)
    if (known) {
      if (path) controlOf(known.frame)?.openPath(path)
      known.element.scrollIntoView({ behavior: 'smooth', inline: 'nearest' })
      return
    }
    const phone = createPhone(user, path, () => remove(user))
    phones.push(phone)
    row.append(phone.element)
    changed()
  }

  const name = h('input', {
    placeholder: text('userName'),
    'aria-label': text('userName'),
    pattern: '[A-Za-z0-9_\\-]{1,32}',
    required: true,
    autocomplete: 'off',
  })
  const adder = h(
    'form',
    {
      class: 'adder',
      onsubmit: (event) => {
        event.preventDefault()
        add(name.value)
        name.value = ''
      },
    },
    name,
    h('button', { class: 'outline' }, text('addPhone')),
  )

  return {
    element: row,
    adder,
    add,
    users,
    letterOf: (user: string) => letters[users().indexOf(user)] ?? '·',
    openFirst: () =>
      storedUsers().forEach((user) => add(user, user === 'staff' ? staffPage : undefined)),
  }
}

function storedUsers(): string[] {
  const stored = localStorage.getItem(storageKey)
  const users: unknown = stored ? JSON.parse(stored) : firstUsers
  return Array.isArray(users) && users.length > 0 ? users.map(String) : firstUsers
}

function createPhone(user: string, path: string | undefined, onRemove: () => void): Phone {
  const query = new URLSearchParams({ user, ...(path ? { path } : {}) })
  const frame = h('iframe', { src: `/phone?${query}`, title: user, allow: 'clipboard-write' })
  const withPhone = (act: (phone: PhoneControl) => void) => () => {
    const phone = controlOf(frame)
    if (phone) act(phone)
  }
  const button = (name: IconName, label: string, onclick: () => void) =>
    h('button', { class: 'icon', title: label, 'aria-label': label, onclick }, icon(name))
  const element = h(
    'section',
    { class: 'phone' },
    h(
      'div',
      { class: 'phone-head' },
      h('b', { class: 'letter' }),
      h('span', {}, user),
      h('span', { class: 'tag' }, text(user === 'staff' ? 'staff' : 'customer')),
      h('span', { class: 'gap' }),
      button(
        'reload',
        text('reload'),
        withPhone((phone) => phone.reload()),
      ),
      button(
        'moon',
        text('theme'),
        withPhone((phone) => phone.setTheme(phone.device.theme === 'dark' ? 'light' : 'dark')),
      ),
      button(
        'language',
        text('language'),
        withPhone((phone) => phone.setLanguage(phone.device.language === 'en' ? 'zh_CN' : 'en')),
      ),
      button(
        'wifi',
        text('network'),
        withPhone((phone) =>
          phone.setNetwork(phone.device.networkType === 'none' ? 'wifi' : 'none'),
        ),
      ),
      button('close', text('removePhone'), onRemove),
    ),
    h('div', { class: 'glass' }, frame),
  )
  return { user, element, frame }
}

const controlOf = (frame: HTMLIFrameElement): PhoneControl | undefined =>
  (frame.contentWindow as (Window & { phone?: PhoneControl }) | null)?.phone
