import { createCashierPanel } from './cashier-panel'
import { cloud, listen } from './cloud'
import type { CloudEvent } from './cloud'
import { createDataPanel } from './data-panel'
import { h } from './element'
import { createFunctionsPanel } from './functions-panel'
import { createHead } from './head'
import { createMessagesPanel } from './messages-panel'
import { createPhones } from './phones'

/** How often panels follow a stream of events at most. */
const refreshGapMs = 150

const notice = h('div', { class: 'notice', role: 'alert', hidden: true })
const fail = (error: unknown) => {
  console.error(error)
  notice.textContent = error instanceof Error ? error.message : String(error)
  notice.hidden = false
  setTimeout(() => (notice.hidden = true), 5_000)
}

const phones = createPhones(() => refreshSoon())
const head = createHead(phones.adder, fail)
const letterOf = (user: string) => phones.letterOf(user)
const messages = createMessagesPanel(letterOf)
const cashier = createCashierPanel(fail)
const functions = createFunctionsPanel(letterOf)
const data = createDataPanel(fail)

let timer: ReturnType<typeof setTimeout> | undefined
function refreshSoon(): void {
  timer ??= setTimeout(() => {
    timer = undefined
    Promise.all([
      messages.refresh(phones.users()),
      cashier.refresh(),
      functions.refresh(),
      data.refresh(),
    ]).catch(fail)
  }, refreshGapMs)
}

function onEvent(event: CloudEvent): void {
  if (event.type === 'clock') head.setOffset(Number(event['offsetMs']))
  if (event.type === 'build-error') head.setBuildFailure(firstErrorOf(event))
  if (event.type === 'build-ok') head.setBuildFailure(undefined)
  if (event.type === 'reset') functions.clear()
  if (event.type === 'share' && typeof event['user'] === 'string') {
    phones.add(event['user'], typeof event['path'] === 'string' ? event['path'] : undefined)
  }
  refreshSoon()
}

function firstErrorOf(event: CloudEvent): string {
  const [first] = Array.isArray(event['errors']) ? (event['errors'] as unknown[]) : []
  return typeof first === 'object' && first !== null && 'message' in first
    ? String(first.message)
    : String(first ?? '')
}

/** A phone on the desk shares a page with another user: that user's phone opens beside it. */
window.addEventListener('message', ({ origin, data: message }) => {
  if (origin !== location.origin) return
  const { openLocalPhone } = (message ?? {}) as { openLocalPhone?: { user: string; path: string } }
  if (openLocalPhone) phones.add(openLocalPhone.user, openLocalPhone.path)
})

document.body.append(
  head.element,
  h(
    'main',
    {},
    phones.element,
    h('div', { class: 'side' }, messages.element, cashier.element, functions.element, data.element),
  ),
  notice,
)
phones.openFirst()
listen(onEvent, (isThere) => {
  head.setPresence(isThere)
  if (!isThere) return
  cloud.clock().then(({ offsetMs }) => head.setOffset(offsetMs), fail)
  refreshSoon()
})
