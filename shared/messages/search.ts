import { group } from './define'

/** Search: field, suggestions, results. */
export const search = group({
  'zh-CN': {
    title: '搜索',
    clearField: '清空输入',
    go: '搜索',
    recent: '最近搜过',
    clearRecent: '清空',
    hot: '大家在找',
    count: '{count} 款',
    scope: '在',
    scopeAll: '全部',
    noneTitle: '没有找到「{query}」',
    noneLine: '换个说法试试，或者看看这一季的。',
    nearest: '你要找的是不是',
    season: '这一季',
    added: '已放进购物车',
  },
  en: {
    title: 'Search',
    clearField: 'Clear the field',
    go: 'Search',
    recent: 'Recent',
    clearRecent: 'Clear',
    hot: 'Often looked for',
    count: '{count}',
    scope: 'In',
    scopeAll: 'All',
    noneTitle: 'Nothing found for “{query}”',
    noneLine: 'Try other words, or see what is in season.',
    nearest: 'Did you mean',
    season: 'In season',
    added: 'Added to the cart',
  },
})
