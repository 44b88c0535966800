import { beforeAll, describe, expect, test } from '@jest/globals'
import { contract } from '../../shared/contract'
import type { StaffRole } from '../../shared/contract/define'
import { Shop } from './shop'

const roles = ['owner', 'manager', 'clerk', 'packer', 'service'] as const satisfies StaffRole[]

/** Every action of staff with the roles that may, and whether it changes something. */
const staffActions = Object.entries(contract).flatMap(([action, { access }]) =>
  typeof access === 'string' ? [] : [{ action, allowed: access.staff as readonly StaffRole[] }],
)

let shop: Shop
beforeAll(() => {
  shop = new Shop()
})

/** What somebody is told who asks for it with nothing in hand. */
async function told(user: string | undefined, action: string): Promise<string> {
  const reply = await shop.send(user, action, {})
  return reply.ok ? 'ok' : (reply.error as { code: string }).code
}

describe('what staff may do', () => {
  test('is said of every action of the console', () => {
    const console = Object.keys(contract).filter((action) => action.startsWith('console.'))
    expect(staffActions.map(({ action }) => action)).toEqual(expect.arrayContaining(console))
    for (const { allowed } of staffActions) expect(allowed).toContain('owner')
  })

  test.each(staffActions)('$action', async ({ action, allowed }) => {
    for (const role of roles) {
      const answer = await told(role, action)
      if (allowed.includes(role)) expect(answer).not.toBe('FORBIDDEN')
      else expect(answer).toBe('FORBIDDEN')
    }
    expect(await told('anna', action)).toBe('FORBIDDEN')
    expect(await told(undefined, action)).toBe('UNAUTHORIZED')
  })

  test('a person may do what any of their roles may, and nothing without one', async () => {
    shop.put('staff', [
      { _id: 'both', name: '两样', roles: ['packer', 'service'], joinedAt: 0 } as { _id: string },
      { _id: 'none', name: '没有', roles: [], joinedAt: 0 } as { _id: string },
    ])
    for (const { action, allowed } of staffActions) {
      const may = allowed.includes('packer') || allowed.includes('service')
      expect((await told('both', action)) === 'FORBIDDEN').toBe(!may)
      expect(await told('none', action)).toBe('FORBIDDEN')
    }
  })
})
