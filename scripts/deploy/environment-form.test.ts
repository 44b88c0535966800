import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { chooseEnvironment } from './environment-file'
import { readForm } from './environment-form'

const file = {
  envId: 'shop-1',
  region: 'ap-shanghai',
  companyName: { zh: '一店', en: 'Yidian' },
  variables: { SUB_MCH_ID: '1900000109' },
  templates: { orderPaid: { id: 'x', fields: { thing1: 'goods' } } },
}
const read = (form: object) => readForm(JSON.stringify(form), 'environments/dev.json')
const { variables: _variables, ...withoutVariables } = file
const { companyName: _companyName, ...withoutName } = file

describe('an environment file', () => {
  test('is read as it is', () => {
    expect(read(file)).toEqual(file)
  })

  test.each([
    [{ ...withoutVariables, varaibles: {} }, 'nobody knows "varaibles". Is it misspelt?'],
    [withoutVariables, '"variables" is missing.'],
    [{ ...withoutName, companyNmae: {} }, 'nobody knows "companyNmae". Is it misspelt?'],
    [{ ...file, companyName: { zh: '一店' } }, '"companyName.en" is missing.'],
    [
      { ...file, variables: { SUB_MCH_ID: 1900000109 } },
      '"variables.SUB_MCH_ID" is 1900000109, not',
    ],
    [{ ...file, templates: { orderPayed: {} } }, 'nobody knows "templates.orderPayed"'],
  ])('with a slip is refused in a sentence: %j', (form, sentence) => {
    expect(() => read(form)).toThrow(sentence)
  })

  test('that is no JSON is said to be none', () => {
    expect(() => readForm('{ "envId": ', 'environments/dev.json')).toThrow('dev.json is no JSON')
  })
})

describe('choosing among files', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'environments-'))
  afterAll(() => fs.rmSync(folder, { recursive: true }))
  const write = (name: string, envId: string) =>
    fs.writeFileSync(path.join(folder, `${name}.json`), JSON.stringify({ ...file, envId }))

  test('refuses two that give the same id, by name and by id', () => {
    write('production', 'shop-1')
    write('staging', 'shop-1')
    for (const wish of ['staging', 'production', 'shop-1'])
      expect(() => chooseEnvironment(wish, undefined, folder)).toThrow(
        'environments/production.json and environments/staging.json both give shop-1',
      )
    write('staging', 'shop-2')
    for (const as of [undefined, 'production'])
      expect(chooseEnvironment('shop-2', as, folder)).toMatchObject({
        name: 'staging',
        isNamed: true,
      })
  })

  test('refuses an id that none gives, and goes by the one that is asked for', () => {
    write('staging', 'shop-2')
    expect(chooseEnvironment('shop-9', 'staging', folder)).toMatchObject({
      name: 'staging',
      envId: 'shop-9',
      isNamed: false,
    })
    expect(() => chooseEnvironment('shop-9', undefined, folder)).toThrow(
      'No file in environments/ gives the id shop-9. Is it one of production, staging, misspelt?',
    )
    expect(() => chooseEnvironment('Production', 'staging', folder)).toThrow(
      'one of: production, staging',
    )
    expect(() => chooseEnvironment('shop-9', 'stagnig', folder)).toThrow(
      '--as stagnig: that is none of: production, staging.',
    )
  })
})
