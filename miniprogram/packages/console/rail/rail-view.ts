import type { StaffRole } from '../../../../shared/contract/define'
import type { MessageTexts } from '../../../../shared/messages/messages'

type Texts = MessageTexts['desk']
export type RailName =
  'tasks' | 'shipping' | 'orders' | 'pickup' | 'afterSales' | 'reviews' | 'products' | 'promotions'

export interface RailLink {
  name: RailName
  icon: string
  label: string
}

const packers: readonly StaffRole[] = ['owner', 'manager', 'clerk', 'packer']
const answerers: readonly StaffRole[] = ['owner', 'manager', 'clerk', 'service']
const everyone: readonly StaffRole[] = ['owner', 'manager', 'clerk', 'packer', 'service']
const readers: readonly StaffRole[] = ['owner', 'manager', 'clerk', 'service']

const places: readonly { name: RailName; icon: string; roles: readonly StaffRole[] }[] = [
  { name: 'tasks', icon: 'home', roles: everyone },
  { name: 'shipping', icon: 'undertake-delivery', roles: packers },
  { name: 'orders', icon: 'view-list', roles: everyone },
  { name: 'pickup', icon: 'scan', roles: packers },
  { name: 'afterSales', icon: 'service', roles: answerers },
  { name: 'reviews', icon: 'star', roles: answerers },
  { name: 'products', icon: 'tea', roles: everyone },
  { name: 'promotions', icon: 'coupon', roles: readers },
]

/** The places this person works at, in the order of a day. */
export function toRailLinks(roles: readonly StaffRole[], t: Texts): RailLink[] {
  const words: Record<RailName, string> = {
    tasks: t.railTasks,
    shipping: t.toShip,
    orders: t.allOrders,
    pickup: t.handOver,
    afterSales: t.railAfterSales,
    reviews: t.railReviews,
    products: t.products,
    promotions: t.promotions,
  }
  return places
    .filter((place) => roles.some((role) => place.roles.includes(role)))
    .map(({ name, icon }) => ({ name, icon, label: words[name] }))
}
