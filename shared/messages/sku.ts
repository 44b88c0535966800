import { group } from './define'

/** The sheet where a product's options are chosen. */
export const sku = group({
  'zh-CN': {
    title: '选规格',
    quantity: '数量',
    stock: '还有 {count} 件',
    valueSoldOut: '{value}已售完',
    swapped: '{value}没有{before}的了，换成了{after}',
    less: '减一件',
    more: '加一件',
    limit: '最多能买 {count} 件',
    listSeparator: '、',
  },
  en: {
    title: 'Choose options',
    quantity: 'Quantity',
    stock: '{count} left',
    valueSoldOut: '{value} is sold out',
    swapped: '{value} is not left with {before}: now {after}',
    less: 'One less',
    more: 'One more',
    limit: 'You can buy {count} at most',
    listSeparator: ', ',
  },
})
