import { documents, payAt } from '../harness/client'
import { startServer } from '../harness/server'
import { newCustomer, placeOne } from '../harness/shopping'

export interface Flash {
  buyers: number
  stock: number
  paid: number
  soldOut: number
  other: number
  wallMs: number
}

const skuId = 'tea-cloud-tip.50g.tin'

/** Everybody buys the same thing at the same moment; who gets one pays for it. */
export async function measureFlash(buyers = 200, stock = 50): Promise<Flash> {
  const server = await startServer({ stock })
  try {
    const { url } = server
    const customers = []
    for (let index = 0; index < buyers; index++) {
      customers.push(await newCustomer(url, `flash${index}`))
    }
    const started = performance.now()
    const outcomes = await Promise.all(
      customers.map(async (customer) => {
        const placed = await placeOne(customer, skuId)
        if (!placed.ok) return placed.error.code
        const { outTradeNo } = placed.data
        await customer.must('order.pay', { outTradeNo })
        await payAt(url, outTradeNo)
        return (await customer.must('order.confirmPayment', { outTradeNo })).outcome
      }),
    )
    const wallMs = Math.round(performance.now() - started)
    const count = (outcome: string) => outcomes.filter((one) => one === outcome).length
    const paid = count('paid')
    const soldOut = count('SOLD_OUT')
    const [sku] = await documents<{ stock: number }>(url, 'skus', { _id: skuId })
    if (paid + (sku?.stock ?? 0) !== stock) {
      throw new Error(`${paid} paid and ${sku?.stock} left do not make ${stock}.`)
    }
    return { buyers, stock, paid, soldOut, other: buyers - paid - soldOut, wallMs }
  } finally {
    await server.stop()
  }
}
