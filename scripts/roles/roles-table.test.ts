import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { contract } from '../../shared/contract'
import { rolesPage } from './roles-table'

test('docs/roles.md says what the contract says; `npx tsx scripts/roles.ts` writes it again', () => {
  const page = fs.readFileSync(path.join(__dirname, '..', '..', 'docs', 'roles.md'), 'utf8')
  expect(page).toBe(rolesPage(contract))
})
