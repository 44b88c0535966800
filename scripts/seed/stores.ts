import type { StoreSettings } from '../../shared/contract/settings'

/** Where the demo company hands over what was ordered for pickup. */
export const demoStores: StoreSettings[] = [
  {
    id: 'old-street',
    name: { zh: '云山老街店', en: 'Old Street' },
    address: { zh: '云山镇老街 3 号，牌坊旁', en: '3 Old Street, Yunshan, beside the arch' },
    hours: { zh: '每天 9:00 到 20:00', en: 'Daily 9:00 to 20:00' },
    phone: '0872-5550138',
    isOn: true,
  },
  {
    id: 'tea-station',
    name: { zh: '半山茶站', en: 'Halfway Tea Station' },
    address: { zh: '云山公路 8 公里处', en: 'Kilometre 8 of the Yunshan road' },
    hours: { zh: '每天 10:00 到 18:00', en: 'Daily 10:00 to 18:00' },
    phone: '0872-5550162',
    isOn: true,
  },
]
