import { group } from './define'

/** Flash sales: the list, and their line on a product page. */
export const flashSale = group({
  'zh-CN': {
    title: '限时抢购',
    endsIn: '距结束',
    startsIn: '距开始',
    over: '已结束',
    starts: '{time}开始',
    leftAndLimit: '还有{left}件，每人{count}件',
    left: '还有{left}件',
    gone: '抢完了',
    boughtOut: '你已买满{count}件',
    buy: '去抢',
    see: '去看看',
    days: '{count}天',
    noneTitle: '现在没有抢购',
    noneLine: '下一场开始前一天会放在这里。',
  },
  en: {
    title: 'Flash sale',
    endsIn: 'Ends in',
    startsIn: 'Starts in',
    over: 'Over',
    starts: 'Starts {time}',
    leftAndLimit: '{left} left, {count} each',
    left: '{left} left',
    gone: 'All gone',
    boughtOut: 'You have bought your {count}',
    buy: 'Get it',
    see: 'See it',
    days: '{count} d',
    noneTitle: 'No flash sale now',
    noneLine: 'The next one shows up here a day before.',
  },
})
