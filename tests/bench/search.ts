import fs from 'node:fs'
import type { LocalCloud } from '../../local/cloud/local-cloud'
import { startYidian } from '../../scripts/start/start-yidian'
import { createClient } from '../harness/client'
import type { Client } from '../harness/client'
import { temporaryFolder } from '../harness/server'
import { percentile, round } from './measure'
import { benchCategories, benchProduct, benchQueries } from './search-catalogue'

export interface SearchLoad {
  products: number
  loadSeconds: number
  queries: number
  p50Ms: number
  p99Ms: number
  slowest: string
  suggestP50Ms: number
  filtersP50Ms: number
  /** Queries that found nothing: there is something for each of them. */
  empty: number
  scans: number
}

const queryCount = 420
const batchSize = 2_000

/** Searches among very many products, through the functions and the database as a phone does. */
export async function measureSearch(products = 100_000): Promise<SearchLoad> {
  const dataDirectory = temporaryFolder()
  const scans: string[] = []
  const log = (line: string) => {
    if (line.startsWith('no index')) scans.push(line)
    else console.error(line)
  }
  const yidian = await startYidian({ port: 0, dataDirectory, log })
  try {
    const begun = performance.now()
    loadProducts(yidian.cloud, products)
    const loadSeconds = round((performance.now() - begun) / 1000, 1)
    const client = createClient(yidian.url, 'searcher')
    const queries = benchQueries(queryCount)
    for (const query of queries.slice(0, 28)) await client.must('catalog.search', { query })
    const searched = await timed(queries, (query) => searchFor(client, query))
    const suggested = await timed(queries, async (query) => {
      await client.must('catalog.suggest', { query })
    })
    const filtered = await timed(queries.slice(0, 100), async (query) => {
      await client.must('catalog.getFilters', { query })
    })
    if (scans.length > 0) throw new Error(`A search went without an index.\n${scans[0]}`)
    const slowest = [...searched].sort((a, b) => b.ms - a.ms)[0]
    return {
      products,
      loadSeconds,
      queries: queryCount,
      p50Ms: round(percentile(msOf(searched), 0.5)),
      p99Ms: round(percentile(msOf(searched), 0.99)),
      slowest: `${slowest?.query} ${round(slowest?.ms ?? 0)} ms`,
      suggestP50Ms: round(percentile(msOf(suggested), 0.5)),
      filtersP50Ms: round(percentile(msOf(filtered), 0.5)),
      empty: searched.filter(({ result }) => result === 0).length,
      scans: scans.length,
    }
  } finally {
    await yidian.stop()
    fs.rmSync(dataDirectory, { recursive: true, force: true })
  }
}

const searchFor = async (client: Client, query: string): Promise<number> =>
  (await client.must('catalog.search', { query })).products.length

/** Straight into the files of the local cloud, many in one step. */
function loadProducts({ database }: LocalCloud, count: number): void {
  const load = (collection: string, documents: readonly { _id: string }[]) =>
    database.load(collection, documents as unknown as Parameters<typeof database.load>[1])
  load('categories', benchCategories)
  const known = new Set<string>()
  for (let from = 0; from < count; from += batchSize) {
    const batch = Array.from({ length: Math.min(batchSize, count - from) }, (_, at) =>
      benchProduct(from + at),
    )
    const words = batch.flatMap((each) => each.words).filter(({ _id }) => !known.has(_id))
    for (const { _id } of words) known.add(_id)
    load(
      'products',
      batch.map(({ product }) => product),
    )
    load(
      'searchentries',
      batch.map(({ entry }) => entry),
    )
    load('searchwords', [...new Map(words.map((word) => [word._id, word])).values()])
  }
}

async function timed<T>(
  queries: readonly string[],
  work: (query: string) => Promise<T>,
): Promise<{ query: string; ms: number; result: T }[]> {
  const times = []
  for (const query of queries) {
    const begun = performance.now()
    const result = await work(query)
    times.push({ query, ms: performance.now() - begun, result })
  }
  return times
}

const msOf = (times: readonly { ms: number }[]) => times.map(({ ms }) => ms)
