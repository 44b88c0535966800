import { beforeEach, expect, test } from '@jest/globals'
import { Loaded } from './loaded'
import { PagedList } from './paged-list'
import type { ListState, Reply } from './paged-list'

type Page = { items: string[]; cursor?: string }

const toasts: string[] = []
const world = globalThis as { wx?: unknown }
world.wx = {
  getStorageSync: () => 'zh-CN',
  showToast: ({ title }: { title: string }) => toasts.push(title),
}

/** Answers wait until the test lets them come, in whatever order. */
const waiting: { cursor: string | undefined; answer(reply: Reply<Page>): void }[] = []
const shown: { state: ListState; items: readonly string[] }[] = []
const last = () => shown.at(-1)!
const make = () =>
  new PagedList<Page, string>({
    ask: (cursor) => new Promise((answer) => waiting.push({ cursor, answer })),
    itemsOf: ({ items }) => items,
    show: (state, items) => shown.push({ state, items }),
  })
const page = (items: string[], cursor?: string): Reply<Page> => ({
  ok: true,
  data: { items, ...(cursor === undefined ? {} : { cursor }) },
})
const refusal = (code: 'NETWORK' | 'FORBIDDEN'): Reply<Page> => ({
  ok: false,
  error: { code },
  requestId: 'r',
})

beforeEach(() => {
  for (const list of [waiting, shown, toasts]) list.length = 0
})

test('goes on page by page, and knows when it is at the end', async () => {
  const list = make()
  const first = list.refresh()
  waiting[0]!.answer(page(['a'], 'next'))
  await first
  expect(last()).toMatchObject({ state: { isLoading: false, hasMore: true }, items: ['a'] })
  const second = list.more()
  expect(waiting[1]!.cursor).toBe('next')
  waiting[1]!.answer(page(['b']))
  await second
  expect(last()).toMatchObject({ state: { hasMore: false }, items: ['a', 'b'] })
  await list.more()
  expect(waiting).toHaveLength(2)
})

test('an answer to an earlier question is dropped', async () => {
  const list = make()
  const early = list.refresh()
  const late = list.restart()
  waiting[1]!.answer(page(['new']))
  await late
  waiting[0]!.answer(page(['old']))
  await early
  expect(last().items).toEqual(['new'])
})

test('a failure takes the page over only while there is nothing to look at', async () => {
  const list = make()
  const first = list.refresh()
  waiting[0]!.answer(refusal('NETWORK'))
  await first
  expect(last().state.failure?.kind).toBe('offline')
  const again = list.restart()
  expect(last().state).toMatchObject({ isLoading: true, failure: null })
  waiting[1]!.answer(page(['a'], 'next'))
  await again
  const more = list.more()
  waiting[2]!.answer(refusal('NETWORK'))
  await more
  expect(last()).toMatchObject({ state: { failure: null }, items: ['a'] })
  expect(toasts).toHaveLength(1)
})

test('who may not look any more sees nothing of it', async () => {
  const list = make()
  const first = list.refresh()
  waiting[0]!.answer(page(['a']))
  await first
  const second = list.refresh()
  waiting[1]!.answer(refusal('FORBIDDEN'))
  await second
  expect(last()).toMatchObject({ state: { isForbidden: true }, items: [] })
})

test('a whole stays on the page when only reading it again fails', async () => {
  const replies = [refusal('NETWORK'), page(['a']), refusal('NETWORK')]
  const seen: unknown[] = []
  const loaded = new Loaded<Page>({
    ask: () => Promise.resolve(replies.shift()!),
    show: ({ items }) => seen.push(items),
    fail: (failure) => seen.push(failure?.kind ?? null),
  })
  await loaded.load()
  await loaded.retry()
  await loaded.load()
  loaded.showAgain()
  expect(seen).toEqual(['offline', null, ['a'], ['a']])
  expect(toasts).toHaveLength(1)
})
