import { beforeEach, expect, test } from '@jest/globals'
import type { FreightForm } from '../../../shared/contract/freight'
import { Shop } from '../../../tests/shop/shop'

let shop: Shop
beforeEach(() => {
  shop = new Shop()
})

const zone = { provinces: [], firstGrams: 1000, firstFen: 1200, stepGrams: 500, stepFen: 300 }
const form: FreightForm = {
  name: '普通快递',
  zones: [
    { ...zone, provinces: ['浙江省', '江苏省'], firstFen: 800, freeFromFen: 9900 },
    { ...zone, provinces: ['西藏自治区'], isExcluded: true },
    zone,
  ],
}
const save = (input: { templateId?: string; seenAt?: number; form: FreightForm }) =>
  shop.call('manager', 'console.saveFreight', input)

test('the first template is the default one, and stays it', async () => {
  const first = await save({ form })
  shop.advance(1000)
  const second = await save({ form: { ...form, name: '重货' } })
  expect([first.isDefault, second.isDefault]).toEqual([true, false])
  const { templates } = await shop.call('packer', 'console.listFreight', {})
  expect(templates.map(({ name }) => name)).toEqual(['普通快递', '重货'])
  expect(templates[0]?.zones).toEqual(form.zones)
})

test('two who edit at once do not undo each other', async () => {
  const { id, updatedAt } = await save({ form })
  const input = { templateId: id, seenAt: updatedAt }
  const theirs = await save({ ...input, form: { ...form, name: '她的' } })
  expect(
    await shop.refusal('clerk', 'console.saveFreight', {
      ...input,
      form: { ...form, name: '我的' },
    }),
  ).toEqual({ code: 'FREIGHT_CHANGED', detail: theirs })
  await save({ templateId: id, seenAt: theirs.updatedAt, form })
  expect(
    await shop.refusal('clerk', 'console.saveFreight', { templateId: 'nowhere', form }),
  ).toEqual({ code: 'FREIGHT_NOT_FOUND' })
})

test('each province has one price, and there is one for the rest', async () => {
  const refused = async (zones: FreightForm['zones']) =>
    (await shop.refusal('clerk', 'console.saveFreight', { form: { ...form, zones } })).code
  expect(await refused([{ ...zone, provinces: ['浙江省'] }])).toBe('INVALID_INPUT')
  expect(await refused([zone, zone])).toBe('INVALID_INPUT')
  const twice = { ...zone, provinces: ['浙江省'] }
  expect(await refused([zone, twice, twice])).toBe('INVALID_INPUT')
  expect((await shop.refusal('packer', 'console.saveFreight', { form })).code).toBe('FORBIDDEN')
})
