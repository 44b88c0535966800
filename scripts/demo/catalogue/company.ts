import { w } from './draft'
import type {
  DemoCategory,
  DemoCompany,
  DemoHome,
  DemoSearch,
  LeafCategoryId,
  TopCategoryId,
  Words,
} from './types'

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

/** Below each of the shelves on top. */
export const shelves: readonly DemoCategory[] = [
  below(
    'tea',
    'tea-green',
    w('绿茶', 'Green tea'),
    w('今春新茶，先喝嫩的', 'This spring, the tender ones first'),
  ),
  below(
    'tea',
    'tea-oolong',
    w('乌龙', 'Oolong'),
    w('高山、凤凰、桂花窨', 'High mountain, Phoenix, osmanthus'),
  ),
  below(
    'tea',
    'tea-dark',
    w('红白黑茶', 'Black, white, dark'),
    w('越放越有味', 'They gain with the years'),
  ),
  below(
    'tea',
    'tea-scented',
    w('花果茶', 'Scented tea'),
    w('真花窨，不加香精', 'Real blossoms, no flavouring'),
  ),
  below(
    'coffee',
    'coffee-beans',
    w('咖啡豆', 'Beans'),
    w('豆或现磨，隔天发', 'Whole or ground, sent next day'),
  ),
  below(
    'coffee',
    'coffee-quick',
    w('挂耳与速溶', 'Drip and instant'),
    w('办公室、火车上', 'For the office and the train'),
  ),
  below('ware', 'ware-tea', w('喝茶', 'For tea'), w('壶、盖碗、公道杯', 'Pots, gaiwans, jugs')),
  below(
    'ware',
    'ware-coffee',
    w('冲咖啡', 'For coffee'),
    w('滤杯、手冲壶、磨豆机', 'Drippers, kettles, grinders'),
  ),
  below('ware', 'ware-carry', w('带着走', 'To take along'), w('保温、随行', 'Warm and on the way')),
  below(
    'snacks',
    'snacks-pastry',
    w('糕饼', 'Pastries'),
    w('早上做，当天发', 'Made in the morning, sent that day'),
  ),
  below('snacks', 'snacks-sweet', w('糖', 'Sweets'), w('少糖，多坚果', 'Less sugar, more nuts')),
  below(
    'snacks',
    'snacks-fruit',
    w('果干', 'Dried fruit'),
    w('日晒、慢烤', 'Sun-dried, slowly roasted'),
  ),
  below(
    'pantry',
    'pantry-honey',
    w('蜜与果酱', 'Honey and jam'),
    w('一年两次割蜜', 'Honey is cut twice a year'),
  ),
  below(
    'pantry',
    'pantry-dried',
    w('坚果红枣', 'Nuts and jujubes'),
    w('今年的，没有陈的', 'This year’s, nothing older'),
  ),
  below(
    'pantry',
    'pantry-cooking',
    w('下厨', 'For the kitchen'),
    w('笋干、菌子、香料', 'Shoots, mushrooms, spice'),
  ),
  below('gifts', 'gifts-tea', w('茶礼', 'Tea'), w('可以手写贺卡', 'With a handwritten card')),
  below('gifts', 'gifts-table', w('器物礼', 'Ware'), w('包好，带提绳', 'Wrapped, with a handle')),
  below(
    'gifts',
    'gifts-season',
    w('节令礼', 'Of the season'),
    w('春节、端午、中秋', 'For the festivals'),
  ),
]

function below(
  parentId: TopCategoryId,
  id: LeafCategoryId,
  name: Words,
  line: Words,
): DemoCategory {
  const plate = categories.find((category) => category.id === parentId)?.plate ?? 'mist'
  return { id, parentId, name, line, plate }
}

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
