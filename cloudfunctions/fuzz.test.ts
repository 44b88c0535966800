import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { contract } from '../shared/contract'
import type { ActionName } from '../shared/contract'
import { commonErrors } from '../shared/contract/define'
import { arbitraryInput } from '../tests/shop/arbitrary-input'
import {
  busyOne,
  freshSignature,
  knownOf,
  openBusyShop,
  restock,
  secretStreet,
} from '../tests/shop/busy-shop'
import type { Shop } from '../tests/shop/shop'
import { checkBooks } from '../tests/shop/whole-life/books'

const actions = Object.keys(contract) as ActionName[]
/** The same inputs every time: what fails once fails again. */
const seed = 20260321
const staff = ['packer', 'owner']

let shop: Shop
let annas: string
const succeeded = new Set<ActionName>()

const ofAnna = () => {
  const collections = [
    'orders',
    'payments',
    'carts',
    'addresses',
    'subscriptions',
    'refunds',
    'aftersales',
    'membercoupons',
    'accounts',
    'ledger',
  ]
  const documents = collections.flatMap((name) =>
    shop
      .all<{ _id: string; memberId?: string }>(name)
      .filter(({ _id, memberId }) => memberId === 'anna' || _id === 'anna'),
  )
  return JSON.stringify(documents)
}

beforeAll(async () => {
  shop = await openBusyShop()
  annas = ofAnna()
})

async function send(user: string | undefined, action: ActionName, input: unknown) {
  // Slowly, so that nobody is refused for haste alone.
  shop.advance(20)
  // As it arrives: what JSON cannot carry is gone.
  const text = JSON.stringify(input)
  return shop.send(user, action, text === undefined ? undefined : JSON.parse(text))
}

/** The input as it is, but with the signature of a quote for it where it asks for one. */
async function signed(user: string | undefined, action: ActionName, input: unknown) {
  const fields = (input ?? {}) as Record<string, unknown>
  if (action !== 'order.place' || fields.signature !== freshSignature) return input
  const names = Object.keys((contract['order.quote'].input as { entries: object }).entries)
  const asked = Object.fromEntries(names.map((name) => [name, fields[name]]))
  const reply = await send(user, 'order.quote', asked)
  return reply.ok
    ? { ...fields, signature: (reply.data as { signature: string }).signature }
    : input
}

describe.each(actions)('%s', (action) => {
  const { input: schema, errors } = contract[action]
  const codes = new Set<string>([...Object.keys(errors), ...commonErrors])
  codes.delete('INTERNAL')

  test.each([
    ['a stranger', undefined],
    ['another member', busyOne],
    ['a packer', 'packer'],
    ...(action.startsWith('console.') ? [['the owner', 'owner'] as const] : []),
  ])(
    'answers anything from %s with data or a typed error, and tells nothing of others',
    async (_who, user) => {
      await restock(shop)
      const isStaff = staff.includes(user ?? '')
      await fc.assert(
        fc.asyncProperty(arbitraryInput(schema, knownOf(shop, isStaff)), async (input) => {
          const reply = await send(user, action, await signed(user, action, input))
          if (reply.ok) succeeded.add(action)
          else expect(codes).toContain((reply.error as { code: string }).code)
          if (!isStaff) expect(JSON.stringify(reply)).not.toContain(secretStreet)
        }),
        { numRuns: 30, seed },
      )
      expect(shop.errors.filter((line) => line.includes('"internal"'))).toEqual([])
      if (isStaff) annas = ofAnna()
      else expect(ofAnna()).toBe(annas)
    },
  )
})

test('an order was placed, too', () => expect(succeeded).toContain('order.place'))

test('all of it was more than refusals: most actions also succeeded', () => {
  expect(succeeded.size).toBeGreaterThan(actions.length * 0.8)
})

test('after all of it the books agree: pieces, money, coupons, places', () => checkBooks(shop))
