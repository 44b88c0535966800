import { createClient, invoke } from '../harness/client'
import type { Server } from '../harness/server'
import { startServer } from '../harness/server'
import { buyTwo, newCustomer } from '../harness/shopping'
import { measureLoad, medianLoad } from './measure'
import type { Load } from './measure'

export type Widths = Record<'c1' | 'c8' | 'c32', Load>

const rounds = 3
const widths = { c1: 1, c8: 8, c32: 32 } as const
/** Enough that a round lasts about a second. */
const plenty = 1_000_000

/** Nobody orders ten times a second: so many people take turns at each place in the queue. */
const turns = 8

type Prepare = (server: Server) => Promise<(worker: number) => Promise<unknown>>

async function measureWidths(count: number, prepare: Prepare): Promise<Widths> {
  const server = await startServer({ stock: plenty })
  try {
    const work = await prepare(server)
    await measureLoad(server.pid, widths.c32, 64, work)
    const at = (width: number, times: number) =>
      medianLoad(rounds, () => measureLoad(server.pid, width, times, work))
    return {
      c1: await at(widths.c1, count),
      c8: await at(widths.c8, count * 2),
      c32: await at(widths.c32, count * 2),
    }
  } finally {
    await server.stop()
  }
}

/**
 * A paid order of two items: cart, quote, place, pay, the cashier, the callback, confirmed. People take
 * turns, because the pace of payment refuses one who pays all the time; that changes no figure, as
 * nothing that an order reads grows with the orders a person has. Of `cpuMs` about three parts in five
 * are the functions with the SDK, the rest is the local cloud. On a machine that is busy otherwise it
 * is up to half as much again, so two versions are compared side by side.
 */
export const measureOrder = (): Promise<Widths> =>
  measureWidths(60, async ({ url }) => {
    const customers = await Promise.all(
      Array.from({ length: widths.c32 }, (_, worker) =>
        Promise.all(
          Array.from({ length: turns }, (_turn, turn) =>
            newCustomer(url, `buyer${worker}-${turn}`),
          ),
        ),
      ),
    )
    const orders = new Array<number>(widths.c32).fill(0)
    return async (worker) => {
      const order = orders[worker]!
      orders[worker] = order + 1
      await buyTwo(url, customers[worker]![order % turns]!)
    }
  })

/** A page of twenty products of a category. */
export const measureList = (): Promise<Widths> =>
  measureWidths(300, ({ url }) => {
    const visitor = createClient(url, 'reader')
    return Promise.resolve(() => visitor.must('catalog.listProducts', { categoryId: 'tea' }))
  })

/** One product with its options, SKUs and related products. */
export const measureDetail = (): Promise<Widths> =>
  measureWidths(300, ({ url }) => {
    const visitor = createClient(url, 'reader')
    return Promise.resolve(() => visitor.must('catalog.getProduct', { productId: 'tea-cloud-tip' }))
  })

/** A function that does nothing: an unknown action is refused without any data. */
export const measureFunction = (): Promise<Widths> =>
  measureWidths(1000, ({ url }) =>
    Promise.resolve(() => invoke(url, 'reader', 'catalog', { action: 'hello', input: {} })),
  )
