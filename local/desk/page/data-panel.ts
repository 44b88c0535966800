import { cloud } from './cloud'
import type { DatabaseDocument } from './cloud'
import { h } from './element'
import { jsonParts } from './json-parts'
import { text } from './texts'
import { dateAndTime } from './time'

const pageSize = 50
/** Columns beside `_id`; instants, states and amounts first, since one looks for those. */
const columnCount = 3

/** The database: collections, the documents of one, and one document whole. */
export function createDataPanel(onFailure: (error: unknown) => void) {
  let collection = 'orders'
  let total = 0
  let documents: DatabaseDocument[] = []
  let picked: DatabaseDocument | undefined
  const query = h('input', {
    class: 'mono',
    placeholder: text('queryHint'),
    'aria-label': text('queryHint'),
    spellcheck: 'false',
    onchange: () => refresh().catch(onFailure),
  })
  const summary = h('small')
  const names = h('nav', { class: 'collections mono' })
  const table = h('div', { class: 'documents' })
  const hint = h('small', {}, text('pickDocument'))
  const whole = h('pre', { class: 'json mono' })
  const body = h('div', { class: 'data-body' }, names, table, whole)
  const element = h(
    'section',
    { class: 'panel data' },
    h('h2', {}, text('data'), query, summary, h('span', { class: 'gap' }), hint),
    body,
  )

  function show(collections: { name: string; count: number }[]): void {
    names.replaceChildren(
      ...collections.map(({ name, count }) =>
        h(
          'button',
          {
            'aria-pressed': String(name === collection),
            onclick: () => {
              collection = name
              picked = undefined
              query.value = ''
              refresh().catch(onFailure)
            },
          },
          h('span', {}, name),
          h('span', { class: 'quiet' }, count.toLocaleString('en')),
        ),
      ),
    )
    summary.textContent = text('documents', { shown: documents.length, total })
    showDocuments()
  }

  function showDocuments(): void {
    hint.hidden = picked !== undefined || documents.length === 0
    whole.hidden = picked === undefined
    body.toggleAttribute('data-picked', picked !== undefined)
    whole.replaceChildren(
      ...jsonParts(picked ?? {}).map(({ kind, text: part }) => h('span', { class: kind }, part)),
    )
    if (documents.length === 0) {
      table.replaceChildren(h('p', { class: 'empty' }, text('noDocuments')))
      return
    }
    const columns = columnsOf(documents)
    table.replaceChildren(
      h(
        'table',
        { class: 'mono' },
        h('thead', {}, h('tr', {}, ...['_id', ...columns].map((name) => h('th', {}, name)))),
        h('tbody', {}, ...documents.map((document) => documentRow(document, columns))),
      ),
    )
  }

  /** A second tap on the same row gives its room back to the table. */
  function pick(document: DatabaseDocument): void {
    picked = document._id === picked?._id ? undefined : document
    showDocuments()
  }

  const documentRow = (document: DatabaseDocument, columns: string[]) =>
    h(
      'tr',
      {
        tabindex: 0,
        'aria-selected': String(document._id === picked?._id),
        onclick: () => pick(document),
        onkeydown: (event) => {
          if ((event as KeyboardEvent).key === 'Enter') pick(document)
        },
      },
      h('td', {}, document._id),
      ...columns.map((name) =>
        h(
          'td',
          { class: typeof document[name] === 'number' ? 'number' : undefined },
          name === 'state'
            ? h('span', { class: 'tag' }, cell(name, document[name]))
            : cell(name, document[name]),
        ),
      ),
    )

  async function refresh(): Promise<void> {
    const collections = await cloud.collections()
    if (!collections.some(({ name }) => name === collection))
      collection = collections[0]?.name ?? ''
    total = collections.find(({ name }) => name === collection)?.count ?? 0
    documents = collection ? await cloud.documents(collection, query.value.trim(), pageSize) : []
    if (picked) picked = documents.find(({ _id }) => _id === picked?._id) ?? picked
    show(collections)
  }
  return { element, refresh }
}

function columnsOf(documents: readonly DatabaseDocument[]): string[] {
  const rank = (name: string) =>
    /^state$/.test(name)
      ? 0
      : /Fen$/.test(name)
        ? 1
        : /At$/.test(name)
          ? 2
          : /Id$|name/.test(name)
            ? 3
            : 4
  const isFlat = (value: unknown) => value === null || typeof value !== 'object'
  const names = Object.keys(documents[0] ?? {}).filter(
    (name) =>
      name !== '_id' && documents.some((document) => name in document && isFlat(document[name])),
  )
  return names.sort((a, b) => rank(a) - rank(b)).slice(0, columnCount)
}

function cell(name: string, value: unknown): string {
  if (value === undefined) return ''
  if (name.endsWith('At') && typeof value === 'number') return dateAndTime(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
