import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { checkEnvironmentFiles, environmentFindings } from './environments'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'environments-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

const file = {
  envId: 'shop-1',
  region: 'ap-shanghai',
  companyName: { zh: '一店', en: 'Yidian' },
  variables: { MINIPROGRAM_STATE: 'trial', PAYMENT_ADAPTER: 'cloudPay' },
  templates: {},
}
const known = new Set(['MINIPROGRAM_STATE', 'PAYMENT_ADAPTER', 'SUB_MCH_ID'])
const problems = (change: Partial<typeof file>) =>
  environmentFindings('staging', { ...file, ...change }, known).map(({ says }) => says)

describe('the environment files', () => {
  test('of this repository are as they should be', () => {
    expect(checkEnvironmentFiles(undefined).map(({ level, says }) => [level, says])).toEqual([
      ['ok', 'environments dev, production, staging: no secret, every variable known'],
    ])
  })

  test.each([
    ['no region', { region: '' }, 'names no region'],
    ['a slip in a name', { variables: { ...file.variables, SUB_MCHID: '1' } }, 'gives SUB_MCHID'],
    [
      'a state WeChat has not',
      { variables: { ...file.variables, MINIPROGRAM_STATE: 'release' } },
      'MINIPROGRAM_STATE is "release"',
    ],
    [
      'a template that cannot hold our words',
      { templates: { orderPaid: { id: 'x'.repeat(43), fields: { time1: 'goods' } } } },
      'time1 cannot hold goods',
    ],
  ])('with %s are wrong', (_what, change, said) => {
    expect(problems({})).toEqual([])
    expect(problems(change)).toEqual([expect.stringContaining(said)])
  })

  test.each([
    ['a secret', JSON.stringify({ ...file, variables: { PAY_KEY: 'abc' } }), 'PAY_KEY'],
    ['a slip in its JSON', '{ "envId": ', 'JSON'],
  ])('with %s are refused in a sentence', (_what, content, said) => {
    fs.writeFileSync(path.join(folder, 'production.json'), content)
    expect(checkEnvironmentFiles(undefined, folder)).toEqual([
      expect.objectContaining({ level: 'error', says: expect.stringContaining(said) }),
    ])
  })
})
