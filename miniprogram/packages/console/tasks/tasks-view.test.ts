import { expect, test } from '@jest/globals'
import { messages } from '../../../../shared/messages/messages'
import { toTasksView } from './tasks-view'

const t = messages['zh-CN'].desk

test('what is pressing comes first, and only what is this person’s work', () => {
  const view = toTasksView({ roles: ['packer'], toShip: 3, overdue: 1, toHandOver: 0 }, t)
  expect(view.who).toBe('仓管')
  expect(view.waiting.map(({ name, count, isUrgent }) => [name, count, isUrgent])).toEqual([
    ['overdue', 1, true],
    ['toShip', 3, false],
    ['toHandOver', 0, false],
  ])
  expect(view.groups.flatMap(({ links }) => links.map(({ name }) => name))).toEqual([
    'allOrders',
    'handOver',
    'products',
  ])
})

test('an owner has every way in, and hears when all is done', () => {
  const view = toTasksView({ roles: ['owner'], toShip: 0, troubles: 0 }, t)
  expect(view.isAllDone).toBe(true)
  expect(view.groups.flatMap(({ links }) => links)).toHaveLength(9)
  expect(toTasksView({ roles: ['owner'], toShip: 1 }, t).isAllDone).toBe(false)
})
