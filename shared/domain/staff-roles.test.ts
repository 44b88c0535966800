import { expect, test } from '@jest/globals'
import { staffRoles } from '../contract/define'
import type { StaffRole } from '../contract/define'
import { mayChange, mayGive } from './staff-roles'

test.each<[StaffRole, StaffRole[]]>([
  ['owner', ['owner', 'manager', 'clerk', 'packer', 'service']],
  ['manager', ['manager', 'clerk', 'packer', 'service']],
  ['clerk', []],
  ['packer', []],
  ['service', []],
])('%s may give %j', (giver, roles) => {
  expect(staffRoles.filter((role) => mayGive([giver], [role]))).toEqual(roles)
})

test('a manager neither makes nor unmakes an owner', () => {
  expect(mayChange(['manager'], ['clerk'], ['owner'])).toBe(false)
  expect(mayChange(['manager'], ['owner'], [])).toBe(false)
  expect(mayChange(['owner'], ['owner'], [])).toBe(true)
})
