import { w } from './draft'
import type { DemoCategory, DemoCompany, DemoHome, DemoSearch } from './types'

export const company: DemoCompany = {
  name: w('云山', 'Yunshan'),
  delivery: {
    from: w('云山镇', 'Yunshan'),
    promise: w('明天 18:00 前发出', 'Leaves before 18:00 tomorrow'),
    freeFromFen: 9900,
    feeFen: 1000,
  },
  guarantees: [
    w('满 ¥99 包邮', 'Free delivery from ¥99'),
    w('七天无理由', 'Seven days to return'),
    w('破损包赔', 'Breakage replaced'),
  ],
}

export const categories: readonly DemoCategory[] = [
  {
    id: 'tea',
    name: w('茶叶', 'Tea'),
    line: w('3 月 18 日开采，只做到谷雨', 'Picking began on 18 March and ends at Guyu'),
    plate: 'tea',
  },
  {
    id: 'coffee',
    name: w('咖啡', 'Coffee'),
    line: w('周二、周五烘豆，隔天发出', 'Roasted on Tuesdays and Fridays, sent the next day'),
    plate: 'stone',
  },
  {
    id: 'ware',
    name: w('茶器', 'Ware'),
    line: w(
      '许家窑春天第一窑，4 月 6 日开',
      'The Xu kiln’s first firing of spring opened on 6 April',
    ),
    plate: 'mist',
  },
  {
    id: 'snacks',
    name: w('点心', 'Snacks'),
    line: w(
      '青团做到 4 月 12 日，鲜花饼刚开炉',
      'Qingtuan until 12 April; rose pastry has just begun',
    ),
    plate: 'dusk',
  },
  {
    id: 'pantry',
    name: w('山货', 'Pantry'),
    line: w(
      '春笋干到了，新玫瑰酱四月底开缸',
      'Spring shoots are here; new rose jam at the end of April',
    ),
    plate: 'ochre',
  },
  {
    id: 'gifts',
    name: w('礼盒', 'Gifts'),
    line: w('明前双罐只有这一个月', 'The First Flush Pair, this month only'),
    plate: 'dye',
  },
]

export const home: DemoHome = {
  hero: {
    facts: [
      w('云山镇', 'Yunshan'),
      w('海拔 1,940 米', '1,940 m'),
      w('今早有雾，14°', 'Mist this morning, 14°'),
    ],
    link: { label: w('看今年第一批', 'See the first batch'), productId: 'tea-cloud-tip' },
    alt: w('明前茶下山了', 'First flush is down the hill'),
  },
  doors: [
    {
      id: 'tea',
      title: w('春茶', 'Spring tea'),
      fact: w('3 月 18 日开采，雾尖 ¥128 起', 'Picked from 18 March, tips from ¥128'),
      picture: '/images/door-tea.webp',
      plate: 'tea',
      categoryId: 'tea',
    },
    {
      id: 'snacks',
      title: w('青团', 'Qingtuan'),
      fact: w('今天蒸，今天发', 'Steamed and sent today'),
      picture: '/images/door-snacks.webp',
      plate: 'dusk',
      categoryId: 'snacks',
    },
    {
      id: 'ware',
      title: w('茶器', 'Ware'),
      fact: w('许家窑春天第一窑', 'First firing of spring'),
      picture: '/images/door-ware.webp',
      plate: 'mist',
      categoryId: 'ware',
    },
    {
      id: 'coffee',
      title: w('咖啡豆', 'Coffee'),
      fact: w('周五烘，周六发', 'Roasted Friday, sent Saturday'),
      picture: '/images/door-coffee.webp',
      plate: 'stone',
      categoryId: 'coffee',
    },
    {
      id: 'gifts',
      title: w('送一盒', 'Gifts'),
      fact: w('可以手写贺卡', 'With a handwritten card'),
      picture: '/images/door-gifts.webp',
      plate: 'dye',
      categoryId: 'gifts',
    },
  ],
  season: {
    title: w('这一季', 'This season'),
    categoryId: 'tea',
    productIds: [
      'tea-cloud-tip',
      'tea-halfway-maofeng',
      'snack-qingtuan',
      'tea-guyu-green',
      'snack-rose-pastry',
      'ware-hills-gaiwan',
      'coffee-sundried-floral',
      'pantry-spring-shoots',
      'gift-first-flush',
      'tea-white-cake',
    ],
  },
}

export const searchWords: DemoSearch = {
  hint: w('云山雾尖', 'Mist Tips'),
  hotWords: [
    w('明前茶', 'Pre-Qingming'),
    w('青团', 'Qingtuan'),
    w('挂耳', 'Drip bags'),
    w('盖碗', 'Gaiwan'),
    w('普洱', 'Pu-erh'),
    w('蜂蜜', 'Honey'),
    w('送长辈', 'For parents'),
    w('鲜花饼', 'Rose pastry'),
  ],
}
