import { cloud } from './cloud'
import type { Invocation } from './cloud'
import { h } from './element'
import { text } from './texts'
import { timeWithMilliseconds } from './time'

/** Slower than this and a customer notices. */
const slowMs = 200
const kept = 500
const shown = 100

type Filter = 'all' | 'slow' | 'failed'

/** Runs of the functions with their durations; what belongs to one request lights up together. */
export function createFunctionsPanel(letterOf: (user: string) => string) {
  let entries: Invocation[] = []
  let filter: Filter = 'all'
  let lit: string | undefined
  let open: number | undefined
  const summary = h('small')
  const list = h('div', { class: 'rows' })
  const choices = (['all', 'slow', 'failed'] as const).map((name) =>
    h('button', { class: 'chip', onclick: () => choose(name) }, text(name)),
  )
  const element = h(
    'section',
    { class: 'panel functions' },
    h('h2', {}, text('functions'), ...choices, h('span', { class: 'gap' }), summary),
    list,
  )

  const matches: Record<Filter, (entry: Invocation) => boolean> = {
    all: () => true,
    slow: ({ durationMs }) => durationMs >= slowMs,
    failed: ({ ok }) => !ok,
  }

  function choose(next: Filter): void {
    filter = next
    show()
  }

  function show(): void {
    choices.forEach((choice, index) => {
      choice.setAttribute(
        'aria-pressed',
        String((['all', 'slow', 'failed'] as const)[index] === filter),
      )
    })
    const visible = entries.filter(matches[filter]).slice(-shown).reverse()
    summary.textContent =
      entries.length > 0 ? text('callSummary', { count: entries.length, p95: p95(entries) }) : ''
    list.replaceChildren(
      ...(visible.length === 0
        ? [h('p', { class: 'empty' }, text('noCalls'))]
        : visible.flatMap((entry) => row(entry))),
    )
  }

  function row(entry: Invocation): Node[] {
    const onclick = () => {
      lit = entry.requestId
      open = open === entry.seq ? undefined : entry.seq
      show()
    }
    const line = h(
      'button',
      {
        class: 'invocation mono',
        'data-lit': entry.requestId === lit,
        'data-failed': !entry.ok,
        onclick,
      },
      h('span', { class: 'quiet' }, timeWithMilliseconds(entry.at)),
      h('span', {}, entry.action ?? entry.function),
      h('span', { class: 'quiet' }, entry.user ? letterOf(entry.user) : ''),
      h('span', { class: 'number' }, `${Math.round(entry.durationMs)} ms`),
      h(
        'span',
        { class: 'outcome' },
        entry.ok ? (entry.cold ? text('cold') : 'ok') : (entry.error ?? 'error'),
      ),
    )
    if (entry.seq !== open) return [line]
    return [line, h('pre', { class: 'lines mono' }, [entry.requestId, ...entry.lines].join('\n'))]
  }

  return {
    element,
    async refresh() {
      const after = entries.at(-1)?.seq ?? 0
      entries = [...entries, ...(await cloud.logs(after))].slice(-kept)
      show()
    },
    clear() {
      entries = []
      show()
    },
  }
}

function p95(entries: readonly Invocation[]): number {
  const sorted = entries.map(({ durationMs }) => durationMs).sort((a, b) => a - b)
  return Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0)
}
