import { beforeEach, describe, expect, test } from '@jest/globals'
import type { LayoutBlock } from '../../../shared/contract/layout'
import type { CompanySettings, SkuDocument } from '../../_kit/documents/catalog'
import type { StaffDocument } from '../../_kit/documents/member'
import type { OrderDocument } from '../../_kit/documents/order'
import type { LayoutDocument } from '../../_kit/documents/staff'
import { Shop } from '../../../tests/shop/shop'

const dayMs = 86_400_000

let shop: Shop
beforeEach(() => {
  shop = new Shop()
})

const rolesOf = (id: string) => shop.one<StaffDocument>('staff', id).roles

describe('invitations', () => {
  const invite = (roles: ('owner' | 'manager' | 'packer')[], by = 'owner') =>
    shop.call(by, 'console.inviteStaff', { name: '小和', roles })

  test('make somebody staff, once, within three days', async () => {
    const { code } = await invite(['packer'])
    expect(code).toMatch(/^[ABCDEFGHJKMNPQRSTUVWXYZ2-9]{8}$/)
    expect(await shop.call('anna', 'member.joinStaff', { code: code.toLowerCase() })).toEqual({
      name: '小和',
      roles: ['packer'],
    })
    expect((await shop.call('anna', 'member.getMe', {})).roles).toEqual(['packer'])
    expect(await shop.refusal('bert', 'member.joinStaff', { code })).toEqual({
      code: 'INVITATION_USED',
    })
    const late = await invite(['packer'])
    const justInTime = await invite(['packer'])
    shop.advance(3 * dayMs - 1)
    await shop.call('cleo', 'member.joinStaff', { code: justInTime.code })
    shop.advance(1)
    expect(await shop.refusal('bert', 'member.joinStaff', { code: late.code })).toEqual({
      code: 'INVITATION_NOT_FOUND',
    })
  })

  test('make only one of two who use it at the same time staff', async () => {
    const { code } = await invite(['packer'])
    const replies = await Promise.all(
      ['anna', 'bert'].map((user) => shop.send(user, 'member.joinStaff', { code })),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(shop.all<StaffDocument>('staff').filter(({ name }) => name === '小和')).toHaveLength(1)
  })

  test('cannot be guessed: wrong codes can be tried a few times only', async () => {
    const tries = await Promise.all(
      ['AAAA2222', 'AAAA3333', 'AAAA4444', 'AAAA5555', 'AAAA6666', 'AAAA7777', 'AAAA8888'].map(
        (code) => shop.send('anna', 'member.joinStaff', { code }),
      ),
    )
    const told = tries.map(({ error }) => (error as { code: string }).code)
    expect(told.filter((code) => code === 'INVITATION_NOT_FOUND')).toHaveLength(6)
    const { code } = await invite(['packer'])
    expect(await shop.refusal('anna', 'member.joinStaff', { code })).toMatchObject({
      code: 'TOO_MANY_TRIES',
    })
    shop.advance(3_600_000)
    expect(await shop.call('anna', 'member.joinStaff', { code })).toMatchObject({ name: '小和' })
  })

  test('do not count as tries when they are right', async () => {
    for (let times = 0; times < 7; times += 1) {
      const { code } = await invite(['packer'])
      await shop.call('anna', 'member.joinStaff', { code })
    }
    expect(rolesOf('anna')).toEqual(['packer'])
  })

  test('never give more than their giver has, also when that was only later', async () => {
    expect(
      await shop.refusal('manager', 'console.inviteStaff', { name: '小和', roles: ['owner'] }),
    ).toEqual({ code: 'ROLE_ABOVE_OWN' })
    const { code } = await invite(['manager'], 'manager')
    await shop.call('owner', 'console.changeStaff', {
      staffId: 'manager',
      name: '店员',
      roles: ['clerk'],
    })
    expect(await shop.refusal('anna', 'member.joinStaff', { code })).toEqual({
      code: 'INVITATION_NOT_FOUND',
    })
  })

  test('can be taken back', async () => {
    const { code } = await invite(['packer'])
    await shop.call('manager', 'console.withdrawInvitation', { code })
    expect(await shop.refusal('anna', 'member.joinStaff', { code })).toEqual({
      code: 'INVITATION_NOT_FOUND',
    })
    expect((await shop.call('owner', 'console.listStaff', {})).invitations).toEqual([])
  })
})

describe('roles', () => {
  test('a manager changes those below, not owners', async () => {
    await shop.call('manager', 'console.changeStaff', {
      staffId: 'packer',
      name: '仓管',
      roles: ['clerk', 'packer'],
    })
    expect(rolesOf('packer')).toEqual(['clerk', 'packer'])
    for (const action of ['console.removeStaff', 'console.changeStaff'] as const) {
      const input = { staffId: 'owner', name: '店主', roles: ['packer'] as const }
      const { staffId } = input
      expect(
        (await shop.send('manager', action, action === 'console.removeStaff' ? { staffId } : input))
          .error,
      ).toEqual({ code: 'ROLE_ABOVE_OWN' })
    }
  })

  test('whoever is removed may do nothing any more, and stays in the log by name', async () => {
    await shop.call('packer', 'console.getTasks', {})
    await shop.call('owner', 'console.removeStaff', { staffId: 'packer' })
    expect(await shop.refusal('packer', 'console.getTasks', {})).toEqual({ code: 'FORBIDDEN' })
    const { entries } = await shop.call('owner', 'console.listAudit', { subject: 'packer' })
    expect(entries).toMatchObject([
      { staffId: 'owner', staffName: 'owner', action: 'console.removeStaff', subject: 'packer' },
    ])
    const { staff } = await shop.call('owner', 'console.listStaff', {})
    expect(staff.map(({ id }) => id)).not.toContain('packer')
  })

  test('the last owner stays', async () => {
    expect(await shop.refusal('owner', 'console.removeStaff', { staffId: 'owner' })).toEqual({
      code: 'LAST_OWNER',
    })
    expect(
      await shop.refusal('owner', 'console.changeStaff', {
        staffId: 'owner',
        name: '店主',
        roles: ['manager'],
      }),
    ).toEqual({ code: 'LAST_OWNER' })
  })

  test('of owners who remove each other at the same time one stays', async () => {
    const owners = ['owner', 'ada', 'bea']
    shop.put(
      'staff',
      owners.map((id) => ({ _id: id, name: id, roles: ['owner'], joinedAt: 0 })),
    )
    await Promise.all([
      shop.send('owner', 'console.removeStaff', { staffId: 'ada' }),
      shop.send('ada', 'console.removeStaff', { staffId: 'bea' }),
      shop.send('bea', 'console.removeStaff', { staffId: 'owner' }),
    ])
    expect(owners.flatMap(rolesOf).length).toBeGreaterThanOrEqual(1)
  })
})

test('the audit log is read by person and goes on page by page', async () => {
  const { orderId } = await shop.order('anna', 'spring-50')
  for (let round = 0; round < 35; round += 1) {
    shop.advance(1)
    await shop.call('service', 'console.noteOrder', { orderId, note: `note ${round}` })
  }
  await shop.call('packer', 'console.noteOrder', { orderId, note: 'mine' })
  const first = await shop.call('owner', 'console.listAudit', { staffId: 'service' })
  const rest = await shop.call('owner', 'console.listAudit', {
    staffId: 'service',
    ...(first.cursor ? { cursor: first.cursor } : {}),
  })
  const inputs = [...first.entries, ...rest.entries].map(({ input }) => input)
  expect(inputs).toHaveLength(35)
  expect(inputs[0]).toContain('note 34')
  expect(rest.cursor).toBeUndefined()
})

test('the audit log says field by field what was sent, and names what it is about', async () => {
  const { orderId } = await shop.order('anna', 'spring-50')
  const { number } = shop.one<OrderDocument>('orders', orderId)
  await shop.call('service', 'console.noteOrder', { orderId, note: 'call first' })
  shop.put('audit', [
    { _id: 'cut', at: 1, staffId: 'service', action: 'console.saveProduct', input: '{"name":"Te' },
  ])
  const { entries } = await shop.call('owner', 'console.listAudit', {})
  expect(entries[0]?.fields).toEqual([
    { name: 'orderId', value: orderId, called: number },
    { name: 'note', value: 'call first' },
  ])
  expect(entries[1]).not.toHaveProperty('fields')
})

describe('settings', () => {
  test('change part by part, and not over somebody else’s change', async () => {
    const { version } = await shop.call('manager', 'console.getSettings', {})
    const guarantees = {
      part: 'guarantees' as const,
      guarantees: [{ zh: '破损包赔', en: 'Breakage replaced' }],
    }
    const change = () =>
      shop.send('owner', 'console.changeSettings', { version, change: guarantees })
    const replies = await Promise.all([change(), change()])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)?.error).toEqual({
      code: 'SETTINGS_CHANGED',
      detail: { version: version + 1 },
    })
    expect(shop.one<CompanySettings>('settings', 'company')).toMatchObject({
      version: version + 1,
      guarantees: guarantees.guarantees,
      search: { hotWords: { en: ['spring tea'] } },
    })
  })

  test('are the owner’s to change', async () => {
    expect((await shop.call('manager', 'console.getSettings', {})).canChange).toBe(false)
    expect(
      await shop.refusal('manager', 'console.changeSettings', {
        version: 1,
        change: { part: 'modules', off: [] },
      }),
    ).toEqual({ code: 'FORBIDDEN' })
  })

  test('know the fields WeChat’s templates have', async () => {
    const save = (field: string) =>
      shop.send('owner', 'console.changeSettings', {
        version: 1,
        change: {
          part: 'template',
          kind: 'orderReady',
          template: { id: 'tpl-new', fields: [{ field, fact: 'store' }] },
        },
      })
    expect((await save('stuff1')).error).toEqual({
      code: 'TEMPLATE_FIELD_UNKNOWN',
      detail: { field: 'stuff1' },
    })
    expect((await save('thing1')).ok).toBe(true)
    expect(shop.one<CompanySettings>('settings', 'company').templates.orderReady).toEqual({
      id: 'tpl-new',
      fields: { thing1: 'store' },
    })
  })
})

describe('the home page', () => {
  const blocks: LayoutBlock[] = [{ kind: 'notice', line: { zh: '今早有雾', en: 'Mist today' } }]
  const states = () =>
    shop
      .all<LayoutDocument>('layouts')
      .sort((a, b) => a.version - b.version)
      .map(({ state }) => state)

  test('is drafted, previewed, published and rolled back', async () => {
    const draft = await shop.call('manager', 'console.saveLayout', { blocks, note: '有雾' })
    expect(draft).toMatchObject({ id: 'home:2', version: 2, state: 'draft' })
    const preview = await shop.call('manager', 'console.previewHome', { layoutId: draft.id })
    expect(preview.blocks).toEqual([{ kind: 'notice', line: '今早有雾' }])
    shop.advance(31_000)
    expect((await shop.call(undefined, 'catalog.getHome', {})).blocks).toHaveLength(3)

    await shop.call('manager', 'console.publishLayout', {
      layoutId: draft.id,
      savedAt: draft.savedAt,
    })
    shop.advance(31_000)
    expect((await shop.call(undefined, 'catalog.getHome', {})).blocks).toEqual(preview.blocks)
    expect(states()).toEqual(['replaced', 'published'])

    await shop.call('manager', 'console.rollBackLayout', { layoutId: 'home:1' })
    shop.advance(31_000)
    expect((await shop.call(undefined, 'catalog.getHome', {})).blocks).toHaveLength(3)
    expect(states()).toEqual(['replaced', 'replaced', 'published'])
    const { versions } = await shop.call('owner', 'console.listLayouts', {})
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1])
  })

  test('is not saved over somebody else’s draft', async () => {
    const { id, savedAt } = await shop.call('owner', 'console.saveLayout', { blocks, note: '' })
    const save = (user: string) =>
      shop.send(user, 'console.saveLayout', {
        draft: { layoutId: id, savedAt },
        blocks,
        note: user,
      })
    const replies = await Promise.all([save('owner'), save('manager')])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)?.error).toEqual({ code: 'LAYOUT_CHANGED' })
  })

  test('has one published version, whoever publishes at the same time', async () => {
    const drafts = []
    for (const note of ['a', 'b'])
      drafts.push(await shop.call('owner', 'console.saveLayout', { blocks, note }))
    const replies = await Promise.all(
      drafts.map(({ id, savedAt }) =>
        shop.send('owner', 'console.publishLayout', { layoutId: id, savedAt }),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(states().filter((state) => state === 'published')).toHaveLength(1)
  })

  test('keeps to the schema of its blocks', async () => {
    const hero: LayoutBlock = {
      kind: 'hero',
      facts: [],
      link: { label: { zh: '看', en: 'See' }, productId: 'spring' },
      alt: { zh: '山', en: 'Mountain' },
    }
    expect(
      await shop.refusal('owner', 'console.saveLayout', { blocks: [hero, hero], note: '' }),
    ).toMatchObject({ code: 'INVALID_INPUT' })
    const foreign = { kind: 'script', html: '<b>' }
    expect(
      (await shop.send('owner', 'console.saveLayout', { blocks: [foreign], note: '' })).error,
    ).toMatchObject({ code: 'INVALID_INPUT' })
  })
})

test('the audit log keeps from what to what prices, names and roles were changed', async () => {
  const { productId, priceFen } = shop.one<SkuDocument>('skus', 'spring-50')
  const prices = [{ skuId: 'spring-50', seenFen: priceFen, priceFen: priceFen + 100 }]
  await shop.call('manager', 'console.changePrices', { productId, prices })
  await shop.call('owner', 'console.changeStaff', {
    staffId: 'service',
    name: 'Min',
    roles: ['service', 'clerk'],
  })
  const { entries } = await shop.call('owner', 'console.listAudit', {})
  const changesOf = (name: string) => entries.find(({ action }) => action === name)?.changes
  expect(changesOf('console.changeStaff')).toEqual([
    { what: 'roles', from: 'service', to: 'service clerk' },
  ])
  expect(changesOf('console.changePrices')).toEqual([
    { what: 'price', part: '', from: priceFen, to: priceFen + 100 },
  ])
})
