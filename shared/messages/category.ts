import { group } from './define'

/** The shop's shelves. */
export const category = group({
  'zh-CN': {
    title: '选购',
    sortDefault: '综合',
    sortNewest: '新到',
    sortSales: '销量',
    sortPrice: '价格',
    priceUp: '价格从低到高',
    priceDown: '价格从高到低',
    sectionFailed: '这一架没打开',
    all: '全部',
    more: '再看一些',
    emptyTitle: '货架还空着',
    emptyLine: '正在上货，过一会儿再来看。',
  },
  en: {
    title: 'Shop',
    sortDefault: 'Our pick',
    sortNewest: 'New',
    sortSales: 'Popular',
    sortPrice: 'Price',
    priceUp: 'Price, low to high',
    priceDown: 'Price, high to low',
    sectionFailed: 'This shelf did not open',
    all: 'All',
    more: 'Show more',
    emptyTitle: 'The shelves are empty',
    emptyLine: 'We are stocking up. Come back in a while.',
  },
})
