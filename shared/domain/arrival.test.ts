import { expect, test } from '@jest/globals'
import { arrivalOf } from './arrival'
import { shanghaiDate } from './shanghai-time'

const transit = { province: '浙江', sameDays: 1, byProvince: { 新疆: 6 }, days: 3 }
const morning = Date.UTC(2026, 2, 21, 1)
const evening = Date.UTC(2026, 2, 21, 12)

test.each([
  ['浙江省', morning, '2026-03-22'],
  ['浙江', morning, '2026-03-22'],
  ['新疆维吾尔自治区', morning, '2026-03-27'],
  ['北京市', morning, '2026-03-24'],
  ['北京市', evening, '2026-03-25'],
])('to %p', (province, now, date) => {
  expect(shanghaiDate(arrivalOf(transit, province, now))).toBe(date)
})
