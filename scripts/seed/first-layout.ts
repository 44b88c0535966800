import type { LayoutDocument } from '../../cloudfunctions/_kit/documents/staff'
import { doorPictures } from '../../shared/contract/layout'
import type { DemoHome } from '../demo/catalogue/types'

const at = Date.UTC(2026, 2, 18, 2)

/** The home page the demo company begins with. */
export const firstLayout = ({ hero, doors, season }: DemoHome): LayoutDocument => ({
  _id: 'home:1',
  page: 'home',
  version: 1,
  state: 'published',
  blocks: [
    { kind: 'hero', facts: [...hero.facts], link: hero.link, alt: hero.alt },
    {
      kind: 'doors',
      doors: doors.map(({ id, title, fact, categoryId }) => {
        const picture = doorPictures.find((name) => name === id)
        return { id, title, fact, categoryId, ...(picture ? { picture } : {}) }
      }),
    },
    { kind: 'flashSale', title: { zh: '限时', en: 'Flash sale' } },
    { kind: 'coupons', title: { zh: '可领的券', en: 'Coupons to claim' } },
    {
      kind: 'products',
      title: season.title,
      categoryId: season.categoryId,
      productIds: [...season.productIds],
    },
    { kind: 'recommendations', title: { zh: '照你看过的', en: 'Like what you looked at' } },
  ],
  note: '开张',
  createdBy: 'seed',
  createdAt: at,
  savedAt: at,
  publishedAt: at,
})
