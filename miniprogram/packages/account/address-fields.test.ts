import { expect, test } from '@jest/globals'
import { messages } from '../../../shared/messages/messages'
import { addressProblems, fromWechatAddress, toAddressInput } from './address-fields'

const t = messages['zh-CN'].addresses
const good = {
  name: '何女士',
  phone: '13800130027',
  region: ['浙江省', '丽水市', '云和县'],
  street: '松树坡路 12 号',
  isDefault: false,
}

test('a complete address has no problems and becomes an input', () => {
  expect(addressProblems(good, t)).toEqual({})
  expect(toAddressInput({ ...good, name: ' 何女士 ' }, 'a1')).toEqual({
    id: 'a1',
    name: '何女士',
    phone: '13800130027',
    province: '浙江省',
    city: '丽水市',
    district: '云和县',
    street: '松树坡路 12 号',
    isDefault: false,
  })
})

test.each([
  [{ name: ' ' }, { name: t.nameWrong }],
  [{ name: '何'.repeat(21) }, { name: t.nameWrong }],
  [{ phone: '12345678901' }, { phone: t.phoneWrong }],
  [{ phone: '1380013002' }, { phone: t.phoneWrong }],
  [{ region: [] }, { region: t.regionWrong }],
  [{ street: '路' }, { street: t.streetWrong }],
])('%p is said beside its field', (change, problems) => {
  expect(addressProblems({ ...good, ...change }, t)).toEqual(problems)
})

test('a city without districts is complete', () => {
  expect(addressProblems({ ...good, region: ['广东省', '东莞市', ''] }, t)).toEqual({})
})

test('an address of WeChat keeps its newer, finer text', () => {
  const chosen = {
    userName: '何女士',
    telNumber: '+86 138 0013 0027',
    provinceName: '浙江省',
    cityName: '丽水市',
    countyName: '云和县',
    detailInfo: '云山镇松树坡路 12 号',
  }
  expect(fromWechatAddress(chosen)).toMatchObject({
    phone: '13800130027',
    street: '云山镇松树坡路 12 号',
  })
  expect(
    fromWechatAddress({ ...chosen, streetName: '云山镇', detailInfoNew: '松树坡路 12 号 3 栋' })
      .street,
  ).toBe('云山镇松树坡路 12 号 3 栋')
})
