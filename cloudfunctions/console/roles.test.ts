import { beforeAll, expect, test } from '@jest/globals'
import { console as actions } from '../../shared/contract/console'
import { staffRoles } from '../../shared/contract/define'
import type { ActionDefinition } from '../../shared/contract/define'
import { Shop } from '../../tests/shop/shop'

let shop: Shop
beforeAll(() => {
  shop = new Shop()
})

const table = Object.entries<ActionDefinition>(actions)

test.each(table)('%s is for its roles and nobody else', async (name, { access }) => {
  if (typeof access !== 'object') throw new Error(`${name} is open to everybody`)
  for (const role of staffRoles) {
    const { error } = await shop.send(role, name, {})
    if (access.staff.includes(role)) expect(error).not.toEqual({ code: 'FORBIDDEN' })
    else expect(error).toEqual({ code: 'FORBIDDEN' })
  }
  expect((await shop.send('anna', name, {})).error).toEqual({ code: 'FORBIDDEN' })
  expect((await shop.send(undefined, name, {})).error).toEqual({ code: 'UNAUTHORIZED' })
})
