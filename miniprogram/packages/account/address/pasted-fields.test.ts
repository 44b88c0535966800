import { expect, test } from '@jest/globals'
import type { AddressFields } from '../address-fields'
import { recogniseAddress } from '../recognise/recognise-address'
import { withRecognised } from './pasted-fields'

const fields: AddressFields = {
  name: '何女士',
  phone: '',
  region: ['云南省', '昆明市', '五华区'],
  street: '翠湖南路',
  isDefault: true,
}

test('fills in what was recognised and keeps the rest', () => {
  const filled = withRecognised(fields, recogniseAddress('13800000027 北京市朝阳区建国路88号'))
  expect(filled).toEqual({
    name: '何女士',
    phone: '13800000027',
    region: ['北京市', '北京市', '朝阳区'],
    street: '建国路88号',
    isDefault: true,
  })
})

test('a text that says nothing changes nothing', () => {
  expect(withRecognised(fields, recogniseAddress('你好'))).toBe(fields)
})
