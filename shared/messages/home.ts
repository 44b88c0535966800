import { group } from './define'

/** The home page, and its strip of running orders. */
export const home = group({
  'zh-CN': {
    search: '搜索：{hint}',
    seasonMore: '全部 {count} 款',
    liveMany: '{count} 单进行中',
    liveManyNote: '点开看每一单到哪了',
    liveToPay: '等你付款，{amount}',
    liveToPayNote: '货留到 {time}',
    livePaid: '已付款，正在打包',
    liveShipped: '已发出，在路上',
    liveRefunding: '正在退款',
    liveNote: '{name} 等 {count} 件',
    liveNoteOne: '{name}',
    share: '云山：山里的茶、咖啡和器物',
    wordmark: '云山',
  },
  en: {
    search: 'Search: {hint}',
    seasonMore: 'All {count}',
    liveMany: '{count} orders on their way',
    liveManyNote: 'See where each of them is',
    liveToPay: 'Waiting for payment, {amount}',
    liveToPayNote: 'Held until {time}',
    livePaid: 'Paid, being packed',
    liveShipped: 'Shipped, on its way',
    liveRefunding: 'Being refunded',
    liveNote: '{name}, {count} pieces',
    liveNoteOne: '{name}',
    share: 'Yunshan: tea, coffee and ware from the mountains',
    wordmark: 'Yunshan',
  },
})
