import type { Tasks } from '../../../../shared/contract/console-orders'
import type { StaffRole } from '../../../../shared/contract/define'
import type { MessageTexts } from '../../../../shared/messages/messages'

type Texts = MessageTexts['desk']
export type TaskName = Exclude<keyof Tasks, 'roles'>
export type LinkName =
  | 'allOrders'
  | 'handOver'
  | 'products'
  | 'promotions'
  | 'staff'
  | 'audit'
  | 'health'
  | 'company'
  | 'layout'

export interface TasksView {
  who: string
  waiting: { name: TaskName; label: string; count: number; isUrgent: boolean }[]
  isAllDone: boolean
  groups: { id: string; title: string; links: { name: LinkName; icon: string; label: string }[] }[]
}

const order: readonly TaskName[] = [
  'overdue',
  'toShip',
  'toMakeReady',
  'toHandOver',
  'afterSales',
  'questions',
  'reviews',
  'invoices',
  'lowStock',
  'troubles',
]
const urgent: readonly TaskName[] = ['overdue', 'troubles']
const managers: readonly StaffRole[] = ['owner', 'manager']
const packers: readonly StaffRole[] = ['owner', 'manager', 'clerk', 'packer']

/** What waits for this person, the most pressing first, and the ways in they have. */
export function toTasksView(tasks: Tasks, t: Texts): TasksView {
  const is = (roles: readonly StaffRole[]) => tasks.roles.some((role) => roles.includes(role))
  const waiting = order.flatMap((name) => {
    const count = tasks[name]
    return count === undefined
      ? []
      : [{ name, label: t[name], count, isUrgent: urgent.includes(name) && count > 0 }]
  })
  const link = (name: LinkName, icon: string, isShown = true) =>
    isShown ? [{ name, icon, label: t[name] }] : []
  const groups = [
    {
      id: 'orders',
      title: t.groupOrders,
      links: [...link('allOrders', 'view-list'), ...link('handOver', 'scan', is(packers))],
    },
    {
      id: 'goods',
      title: t.groupGoods,
      links: [
        ...link('products', 'tea'),
        ...link('promotions', 'coupon', is(['owner', 'manager', 'clerk', 'service'])),
      ],
    },
    {
      id: 'company',
      title: t.groupCompany,
      links: is(managers)
        ? [
            ...link('layout', 'image'),
            ...link('staff', 'user'),
            ...link('audit', 'time'),
            ...link('health', 'chart-line'),
            ...link('company', 'setting'),
          ]
        : [],
    },
  ]
  return {
    who: tasks.roles.map((role) => roleText(role, t)).join(' / '),
    waiting,
    isAllDone: waiting.every(({ count }) => count === 0),
    groups: groups.filter(({ links }) => links.length > 0),
  }
}

/** A role in words. */
export function roleText(role: StaffRole, t: Texts): string {
  const words: Record<StaffRole, string> = {
    owner: t.roleOwner,
    manager: t.roleManager,
    clerk: t.roleClerk,
    packer: t.rolePacker,
    service: t.roleService,
  }
  return words[role]
}
