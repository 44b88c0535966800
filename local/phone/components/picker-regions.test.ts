import { expect, test } from '@jest/globals'
import { regionModel } from './picker-regions'

test('every province has cities, and all wheels always stand at something', () => {
  const model = regionModel([], 'region', '')
  const provinces = model.columns()[0] ?? []
  expect(provinces).toHaveLength(34)
  provinces.forEach((province, index) => {
    model.turn(0, index)
    expect(model.detail()['value']).toEqual([province, expect.any(String), expect.any(String)])
    expect(model.indexes().every((chosen) => chosen >= 0)).toBe(true)
  })
})

test('municipalities have their districts below a city of the same name', () => {
  const model = regionModel(['上海市', '上海市', '静安区'], 'region', '')
  expect(model.detail()).toEqual({
    value: ['上海市', '上海市', '静安区'],
    code: ['310000', '310100', '310106'],
  })
})

test('an unknown value begins at the first region', () => {
  expect(regionModel(['Atlantis'], 'province', '').detail()).toEqual({
    value: ['北京市'],
    code: ['110000'],
  })
})
