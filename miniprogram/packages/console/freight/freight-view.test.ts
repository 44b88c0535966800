import { describe, expect, test } from '@jest/globals'
import type { FreightZone } from '../../../../shared/domain/freight'
import { messages } from '../../../../shared/messages/messages'
import {
  blankZone,
  previewText,
  summaryOf,
  toFields,
  toFreightForm,
  withProvinces,
} from './freight-view'
import { provinces, shortProvince } from './provinces'

const t = messages['zh-CN'].freight
const rest: FreightZone = {
  provinces: [],
  firstGrams: 1000,
  firstFen: 800,
  stepGrams: 500,
  stepFen: 400,
  freeFromFen: 9900,
}
const near: FreightZone = { ...rest, provinces: ['浙江省'], firstFen: 600 }
const never: FreightZone = {
  provinces: ['西藏自治区'],
  firstGrams: 1000,
  firstFen: 0,
  stepGrams: 1000,
  stepFen: 0,
  isExcluded: true,
}
const zones = [near, never, rest]

test('a template that nobody touches is saved as it was', () => {
  expect(toFreightForm('普通', toFields(zones), t)).toEqual({ form: { name: '普通', zones } })
  expect(toFields([rest, near]).map(({ provinces: named }) => named)).toEqual([['浙江省'], []])
})

describe('the preview', () => {
  const fields = toFields(zones)
  const ask = (province: string, grams: string, yuan: string) =>
    previewText(fields, { province, grams, yuan }, t)

  test.each([
    ['浙江省', '1200', '80', '运费 ¥10'],
    ['云南省', '1000', '80', '运费 ¥8'],
    ['云南省', '1001', '80', '运费 ¥12'],
    ['浙江省', '5000', '99', '包邮'],
    ['西藏自治区', '1', '500', '这里不送'],
  ])('to %s, %s g for ¥%s: %s', (province, grams, yuan, words) => {
    expect(ask(province, grams, yuan)).toBe(words)
  })

  test('waits for numbers', () => {
    expect(ask('浙江省', '', '80')).toBeUndefined()
    expect(
      previewText([blankZone()], { province: '浙江省', grams: '1', yuan: '1' }, t),
    ).toBeUndefined()
  })
})

test('what is missing is said', () => {
  expect(toFreightForm('', toFields(zones), t)).toEqual({ problem: t.wrong })
  expect(toFreightForm('普通', [blankZone()], t)).toEqual({ problem: t.wrong })
  const [whole] = toFields([rest])
  for (const field of ['firstGrams', 'firstYuan', 'stepGrams', 'stepYuan'])
    for (const typed of ['', '-1', 'x'])
      expect(toFreightForm('普通', [{ ...whole!, [field]: typed }], t)).toEqual({
        problem: t.wrong,
      })
  expect(toFreightForm('普通', [{ ...whole!, freeYuan: 'x' }], t)).toEqual({ problem: t.wrong })
  const nowhere = withProvinces(toFields([near])[0]!, [])
  expect(toFreightForm('普通', [nowhere, ...toFields([rest])], t)).toEqual({
    problem: t.noProvince,
  })
})

test('free delivery may be written as nothing', () => {
  const free = { ...blankZone(), firstYuan: '0', stepYuan: '0.00' }
  expect(toFreightForm('包邮', [free], t)).toMatchObject({ form: { zones: [{ firstFen: 0 }] } })
})

test('a template is told in one line', () => {
  const row = { id: 'd', name: '普通', isDefault: true, updatedAt: 1, zones }
  expect(summaryOf(row, t)).toBe('1000 克内 ¥8，每续 500 克 ¥4，满 ¥99 包邮')
})

test('every province has a short name, and no two have the same', () => {
  const names = provinces.map(shortProvince)
  expect(new Set(names).size).toBe(34)
  expect(names).toEqual(expect.arrayContaining(['浙江', '内蒙古', '新疆', '香港', '广西']))
})
