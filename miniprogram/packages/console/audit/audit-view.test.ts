import { expect, test } from '@jest/globals'
import type { AuditEntry } from '../../../../shared/contract/console-company'
import { contract } from '../../../../shared/contract'
import { messages } from '../../../../shared/messages/messages'
import { toEntryView } from './audit-view'
import type { AuditVerb } from './audit-view'

const zh = messages['zh-CN']
const entry = (change: Partial<AuditEntry>): AuditEntry => ({
  id: 'e1',
  at: Date.UTC(2026, 2, 21, 1),
  staffId: 'openid-of-somebody',
  staffName: '何经理',
  action: 'console.ship',
  input: '{}',
  ...change,
})
const said = (change: Partial<AuditEntry>, texts = zh) => toEntryView(entry(change), texts).sentence
const order = { subject: '0abc', subjectName: 'Y260321-0001-0001' }
const tea = { subject: 'tea', subjectName: '云尖' }

test('a price tells from what to what', () => {
  const changes = [{ what: 'price' as const, part: '50 克', from: 12800, to: 11800 }]
  const action = 'console.changePrices'
  expect(said({ ...tea, action, changes })).toBe(
    '何经理 把「云尖」（50 克）的价格从 ¥128 改为 ¥118',
  )
  expect(said({ ...tea, action, changes: [{ what: 'price', from: 100, to: 250 }] })).toBe(
    '何经理 把「云尖」的价格从 ¥1 改为 ¥2.50',
  )
  expect(said({ ...tea, action, changes: [...changes, ...changes] })).toContain('，另有 1 处')
  expect(
    said({ ...tea, action, subjectName: 'Cloud Tip', staffName: 'Lin', changes }, messages.en),
  ).toBe('Lin changed the price of Cloud Tip (50 克) from ¥128 to ¥118')
})

test('roles and names tell from what to what', () => {
  expect(
    said({
      action: 'console.changeStaff',
      subject: 'x',
      subjectName: '小敏',
      changes: [{ what: 'roles', from: 'packer', to: 'packer clerk' }],
    }),
  ).toBe('何经理 把员工 小敏的角色从仓管改为仓管、店员')
  expect(
    said({
      ...tea,
      action: 'console.saveProduct',
      changes: [{ what: 'name', from: '云尖', to: '云山雾尖' }],
    }),
  ).toBe('何经理 把「云尖」改名为「云山雾尖」')
})

test('fields are said in words, and what is not known is left out', () => {
  const fields = [
    { name: 'orderId', value: '0abc', called: 'Y260321-0001-0001' },
    { name: 'carrier', value: 'SF' },
    { name: 'trackingNumber', value: 'SF1' },
  ]
  expect(said({ ...order, fields })).toBe('何经理 发出订单 Y260321-0001-0001，顺丰 SF1')
  expect(said(order)).toBe('何经理 发出订单 Y260321-0001-0001')
  expect(
    said({
      ...order,
      action: 'console.discountOrder',
      fields: [
        { name: 'discountFen', value: 500 },
        { name: 'reason', value: '老客人' },
      ],
    }),
  ).toBe('何经理 给订单 Y260321-0001-0001 减价 ¥5.00：老客人')
})

test('one field may turn the meaning round', () => {
  const fields = (isOn: boolean) => [{ name: 'isOn', value: isOn }]
  const action = 'console.switchPromotion'
  const spring = { subject: 'p', subjectName: '春茶季', action }
  expect(said({ ...spring, fields: fields(true) })).toBe('何经理 启用了活动「春茶季」')
  expect(said({ ...spring, fields: fields(false) })).toBe('何经理 停用了活动「春茶季」')
  expect(
    said({
      ...tea,
      action: 'console.moveStock',
      fields: [
        { name: 'skuId', value: 'tea.50', called: '云尖' },
        { name: 'move.kind', value: 'count' },
        { name: 'move.seen', value: 44 },
        { name: 'move.counted', value: 41 },
      ],
    }),
  ).toBe('何经理 盘点「云尖」，从 44 件改为 41 件')
  expect(said({ action: 'console.saveProduct' })).toBe('何经理 新建了商品')
})

test('leads to what it is about', () => {
  const way = (change: Partial<AuditEntry>) => {
    const { kind, open } = toEntryView(entry(change), zh)
    return { kind, open }
  }
  expect(way(order)).toEqual({ kind: 'Order', open: '看订单' })
  expect(way({ ...tea, action: 'console.saveProduct' }).kind).toBe('Product')
  expect(way({ ...order, action: 'console.approveAfterSale' }).kind).toBe('AfterSale')
  expect(way({ ...tea, action: 'console.moveStock' })).toEqual({ kind: '', open: '' })
  expect(way({ subject: 'home:2', action: 'console.publishLayout' }).kind).toBe('')
})

test('no change is without a sentence, and none shows a place that was not filled', () => {
  const verbs = Object.entries(contract)
    .filter(([, action]) => 'write' in action && typeof action.access === 'object')
    .map(([action]) => action)
  expect(verbs.length).toBeGreaterThan(40)
  for (const action of [...verbs, 'member.joinStaff', 'console.fly'])
    for (const texts of [zh, messages.en])
      for (const about of [{}, { subject: 'x' }, order]) {
        const sentence = said({ action, ...about }, texts)
        expect(sentence).not.toMatch(/[[\]{}]|undefined/)
      }
  const known: AuditVerb = 'ship'
  expect(zh.staffActions[known]).toBeDefined()
})

test('names whoever left the staff by the end of their id', () => {
  expect(toEntryView(entry({ staffName: '' }), zh).who).toBe('mebody')
})
