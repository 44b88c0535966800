import { product, w, type ProductDraft } from './draft'
import {
  allergens,
  contents,
  ingredients,
  inFridge,
  net,
  shelfDays,
  snackTaste,
  storage,
  tags,
} from './facts'
import { count, pack } from './options'
import type { DemoProduct } from './types'

const snack = (draft: ProductDraft): DemoProduct => product('snacks', draft)
const box = { zh: '盒', en: 'box', ens: 'boxes' }
const cool = storage('阴凉干燥，开袋后密封', 'Cool and dry; seal after opening')

export const pastries: readonly DemoProduct[] = [
  snack({
    id: 'snack-qingtuan',
    pinyin: 'ai cao qing tuan',
    name: w('艾草青团', 'Mugwort Qingtuan'),
    line: w(
      '田埂上的嫩艾，当天蒸当天发',
      'Young mugwort from the field paths, steamed and sent the same day',
    ),
    story: [
      w(
        '清明前后半个月才做。嫩艾焯水捣碎，揉进糯米粉，颜色是叶子自己的。',
        'Made for a fortnight around Qingming. Young mugwort is blanched, pounded and kneaded into rice flour; the green is its own.',
      ),
      w(
        '一盒三味：豆沙、芝麻、咸的笋丁。凉了回锅蒸五分钟。',
        'Three kinds a box: red bean, sesame and savoury bamboo shoot. When cold, steam for five minutes.',
      ),
    ],
    facts: [
      contents('6 枚，三味各 2', 'Six, two of each'),
      ingredients(
        '糯米、艾草、红豆、黑芝麻、春笋、糖',
        'Glutinous rice, mugwort, red bean, black sesame, bamboo shoot, sugar',
      ),
      allergens('含芝麻', 'Contains sesame'),
      shelfDays(4),
      inFridge,
    ],
    tastes: snackTaste(3, 1, 4, 0),
    gallery: ['scene'],
    options: [count(box, 1, 2)],
    priceFen: { '1': 3600, '2': 6800 },
    grams: 420,
    stock: [46, 18],
    tag: tags.madeDaily,
    soldCount: 932,
    listedDate: '2026-03-28',
    keywords: ['青团', '清明', '糯米', 'qingtuan', 'mochi'],
  }),
  snack({
    id: 'snack-rose-pastry',
    pinyin: 'xian kao xian hua bing',
    name: w('现烤鲜花饼', 'Fresh Rose Pastry'),
    line: w('四月玫瑰，当天烤当天卖', 'April roses, baked and sold the same day'),
    story: [
      w(
        '花瓣和白糖揉一夜，第二天包进酥皮。烤好先晾一个钟头，酥皮才不粘纸。',
        'Petals are rubbed with sugar overnight and wrapped in flaky dough next day. They cool for an hour, so that the crust leaves the paper.',
      ),
      w(
        '收到以后 150 度烤三分钟，跟刚出炉一样。',
        'Three minutes at 150 °C and they are fresh from the oven again.',
      ),
    ],
    facts: [
      contents('8 枚，独立包装', 'Eight, wrapped one by one'),
      ingredients('小麦粉、玫瑰花瓣、白砂糖、黄油', 'Wheat flour, rose petals, sugar, butter'),
      allergens('含麸质、乳制品', 'Contains gluten and milk'),
      shelfDays(15),
      cool,
    ],
    tastes: snackTaste(4, 0, 5, 3),
    gallery: ['scene'],
    options: [count(box, 1, 3), pack('plain', 'box')],
    priceFen: { '1': 3600, '3': 9900 },
    grams: 360,
    stock: [120, 40, 52, 16],
    tag: tags.madeDaily,
    soldCount: 3120,
    listedDate: '2026-04-05',
    keywords: ['鲜花饼', '玫瑰', '酥饼', 'pastry'],
  }),
  snack({
    id: 'snack-five-nut-cake',
    pinyin: 'wu ren xiao bing',
    name: w('五仁小饼', 'Little Five-nut Cakes'),
    line: w('六枚小饼，少糖多仁', 'Six small cakes, less sugar and more nuts'),
    story: [
      w(
        '替五仁说句话：不用冬瓜糖，不放青红丝，核桃、巴旦、松子、瓜子、芝麻，嚼得到。',
        'In defence of five nuts: no candied melon, no coloured threads. Walnut, almond, pine nut, melon seed and sesame, and you can chew each.',
      ),
      w(
        '皮薄，刷一层蛋液，烤到边上微焦。',
        'A thin crust, brushed with egg and baked until the rim browns.',
      ),
    ],
    facts: [
      contents('50 克 × 6 枚', 'Six of 50 g'),
      ingredients(
        '小麦粉、坚果与籽、蜂蜜、花生油、鸡蛋',
        'Wheat flour, nuts and seeds, honey, peanut oil, egg',
      ),
      allergens('含麸质、坚果、芝麻、花生、蛋', 'Contains gluten, nuts, sesame, peanut and egg'),
      shelfDays(45),
      cool,
    ],
    tastes: snackTaste(3, 1, 4, 3),
    gallery: ['scene'],
    options: [pack('plain', 'box')],
    priceFen: 6800,
    grams: 320,
    stock: [55, 19],
    soldCount: 624,
    listedDate: '2025-09-10',
    keywords: ['五仁', '月饼', '坚果', 'mooncake'],
  }),
  snack({
    id: 'snack-lotus-yolk',
    pinyin: 'lian rong dan huang bing',
    name: w('莲蓉蛋黄饼', 'Lotus and Yolk Cakes'),
    line: w('咸蛋黄流油，莲蓉细滑', 'Salted yolk in silky lotus paste'),
    story: [
      w(
        '莲子去芯慢炒三个钟头，咸蛋黄自己腌，切开一圈油亮的红。',
        'Lotus seeds are stirred for three hours and the yolks are salted here. Cut one: a shining red ring.',
      ),
      w('一枚切四块，配熟普。', 'Cut one in four, with ripe pu-erh.'),
    ],
    facts: [
      contents('50 克 × 6 枚', 'Six of 50 g'),
      ingredients(
        '莲子、咸蛋黄、小麦粉、糖浆、花生油',
        'Lotus seed, salted yolk, wheat flour, syrup, peanut oil',
      ),
      allergens('含麸质、蛋、花生', 'Contains gluten, egg and peanut'),
      shelfDays(45),
      cool,
    ],
    tastes: snackTaste(4, 2, 3, 1),
    gallery: ['scene'],
    options: [pack('plain', 'box')],
    priceFen: 7800,
    grams: 320,
    stock: [42, 0],
    soldCount: 810,
    listedDate: '2025-09-10',
    keywords: ['月饼', '莲蓉', '咸蛋黄', 'mooncake'],
  }),
  snack({
    id: 'snack-three-mochi',
    pinyin: 'ma shu san wei',
    name: w('麻薯三味', 'Three Mochi'),
    line: w('抹茶、红豆、牛乳', 'Matcha, red bean and milk'),
    story: [
      w(
        '糯米打到拉得出一尺长，包上馅，滚一层熟粉。软，不黏上颚。',
        'The rice is beaten until it stretches a foot, filled and rolled in toasted flour. Soft, and it lets go of your teeth.',
      ),
      w('当天做，三天内吃完最好。', 'Made today; best within three days.'),
    ],
    facts: [
      contents('9 枚，三味各 3', 'Nine, three of each'),
      ingredients('糯米、抹茶、红豆、牛奶、糖', 'Glutinous rice, matcha, red bean, milk, sugar'),
      allergens('含乳制品', 'Contains milk'),
      shelfDays(5),
      inFridge,
    ],
    tastes: snackTaste(4, 0, 3, 0),
    gallery: ['scene'],
    options: [count(box, 1, 2)],
    priceFen: { '1': 2600, '2': 4900 },
    grams: 330,
    stock: [64, 23],
    tag: tags.madeDaily,
    soldCount: 1102,
    listedDate: '2026-02-14',
    keywords: ['麻薯', '糯米', '抹茶', 'mochi'],
  }),
  snack({
    id: 'snack-tea-cookies',
    pinyin: 'cha xiang qu qi',
    name: w('茶香曲奇', 'Tea Cookies'),
    line: w('红茶粉与海盐', 'Black tea powder and sea salt'),
    story: [
      w(
        '野放红茶磨成粉，和进黄油里。面团冷一夜再切，烤出来一层一层。',
        'Our wild black tea, ground into the butter. The dough rests cold overnight and bakes in layers.',
      ),
      w('罐子是铁的，吃完装茶。', 'The tin is metal; keep tea in it afterwards.'),
    ],
    facts: [
      net('160 克', '160 g'),
      ingredients(
        '小麦粉、黄油、红茶粉、糖、海盐、巴旦木',
        'Wheat flour, butter, black tea, sugar, sea salt, almonds',
      ),
      allergens('含麸质、乳制品、坚果', 'Contains gluten, milk and nuts'),
      shelfDays(90),
      cool,
    ],
    tastes: snackTaste(3, 1, 4, 4),
    gallery: ['scene'],
    options: [pack('bag', 'tin')],
    priceFen: 3400,
    wasFen: 3800,
    grams: 160,
    stock: [85, 37],
    soldCount: 1377,
    listedDate: '2025-12-12',
    keywords: ['曲奇', '饼干', '红茶', 'cookies'],
  }),
]
