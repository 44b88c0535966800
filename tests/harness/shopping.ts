import { createClient, payAt } from './client'
import type { Client } from './client'

/** Two SKUs of the demo company that cost more than free delivery needs. */
const twoSkus = ['tea-cloud-tip.50g.tin', 'coffee-house-blend.227g.bean'] as const

const sampleAddress = {
  name: '何女士',
  phone: '13800000027',
  province: '浙江省',
  city: '杭州市',
  district: '临安区',
  street: '云山镇松树坡路 12 号',
  isDefault: true,
} as const

/** A customer with an address, ready to order. */
export async function newCustomer(
  url: string,
  user: string,
): Promise<Client & { addressId: string }> {
  const client = createClient(url, user)
  const { address } = await client.must('member.saveAddress', sampleAddress)
  return { ...client, addressId: address.id }
}

export type Customer = Awaited<ReturnType<typeof newCustomer>>

/** Orders one SKU straight away, at the price it has. */
export async function placeOne(customer: Customer, skuId: string, quantity = 1, once?: string) {
  const source = { kind: 'sku', skuId, quantity } as const
  const quote = await customer.call('order.quote', { source, addressId: customer.addressId })
  if (!quote.ok) return quote
  return customer.call(
    'order.place',
    { source, addressId: customer.addressId, signature: quote.data.signature },
    once,
  )
}

/** Orders two different items from the cart and pays them; resolves once the order is paid. */
export async function buyTwo(
  url: string,
  customer: Customer,
  skuIds: readonly string[] = twoSkus,
): Promise<{ orderId: string; outTradeNo: string; totalFen: number }> {
  await customer.must('order.changeCart', {
    changes: skuIds.map((skuId) => ({ skuId, quantity: 1, isSelected: true })),
  })
  const source = { kind: 'cart' } as const
  const { signature } = await customer.must('order.quote', {
    source,
    addressId: customer.addressId,
  })
  const placed = await customer.must('order.place', {
    source,
    addressId: customer.addressId,
    signature,
  })
  await customer.must('order.pay', { outTradeNo: placed.outTradeNo })
  await payAt(url, placed.outTradeNo)
  const { outcome } = await customer.must('order.confirmPayment', { outTradeNo: placed.outTradeNo })
  if (outcome !== 'paid') throw new Error(`The payment of ${placed.orderId} is ${outcome}.`)
  return placed
}
