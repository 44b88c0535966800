/** Every page of the mini program and what it is opened with. */
export interface Routes {
  home: undefined
  category: { categoryId: string } | undefined
  cart: undefined
  me: undefined
  product: { productId: string }
  poster: { productId: string }
  favourites: undefined
  viewed: undefined
  search: { query?: string }
  checkout: { skuId?: string; quantity?: string; promotionId?: string; groupId?: string }
  paid: { outTradeNo: string }
  orders: { tab?: string }
  order: { orderId: string }
  addresses: { pick?: string }
  address: { addressId?: string; draft?: string }
  profile: undefined
  settings: undefined
  inbox: undefined
  afterSaleAsk: { orderId: string; line?: string }
  afterSale: { afterSaleId: string }
  writeReview: { orderId: string; skuId: string; reviewId?: string }
  myReviews: { tab?: string }
  reviews: { productId: string }
  questions: { productId: string }
  staffAfterSales: undefined
  staffAfterSale: { afterSaleId: string }
  staffReviews: { tab?: string }
  coupons: undefined
  myCoupons: { tab?: string }
  gift: { giftToken: string }
  flash: { promotionId?: string }
  group: { groupId: string }
  wallet: { account?: string }
  shipping: undefined
  ship: { orderId: string }
  tasks: undefined
  staffOrders: { state?: string; fulfilment?: string }
  staffOrder: { orderId: string }
  pickup: undefined
  packing: { orderIds: string }
  invoices: undefined
  troubles: undefined
  health: undefined
  staff: undefined
  joinStaff: { code?: string }
  audit: { staffId?: string; subject?: string }
  company: undefined
  layouts: undefined
  layout: { layoutId?: string }
  preview: { layoutId: string; state: 'draft' | 'published' | 'replaced' }
  products: { tab?: string } | undefined
  productEdit: { productId?: string }
  stock: { productId: string }
  importGoods: undefined
  freight: undefined
  promotions: undefined
  promotionEdit: { promotionId?: string; kind?: string }
  couponEdit: { couponId?: string }
  walletGrant: undefined
}
export type RouteName = keyof Routes

const tabs = {
  home: 'pages/home/home',
  category: 'pages/category/category',
  cart: 'pages/cart/cart',
  me: 'pages/me/me',
} as const

const pages = {
  product: 'packages/shop/product/product',
  poster: 'packages/shop/poster/poster',
  favourites: 'packages/shop/favourites/favourites',
  viewed: 'packages/shop/viewed/viewed',
  search: 'packages/shop/search/search',
  checkout: 'packages/shop/checkout/checkout',
  paid: 'packages/shop/paid/paid',
  orders: 'packages/shop/orders/orders',
  order: 'packages/shop/order/order',
  addresses: 'packages/account/addresses/addresses',
  address: 'packages/account/address/address',
  profile: 'packages/account/profile/profile',
  settings: 'packages/account/settings/settings',
  inbox: 'packages/account/inbox/inbox',
  afterSaleAsk: 'packages/care/ask/ask',
  afterSale: 'packages/care/case/case',
  writeReview: 'packages/care/review/review',
  myReviews: 'packages/care/my-reviews/my-reviews',
  reviews: 'packages/care/reviews/reviews',
  questions: 'packages/care/questions/questions',
  staffAfterSales: 'packages/console/after-sales/after-sales',
  staffAfterSale: 'packages/console/after-sale/after-sale',
  staffReviews: 'packages/console/reviews/reviews',
  coupons: 'packages/loyalty/coupons/coupons',
  myCoupons: 'packages/loyalty/my-coupons/my-coupons',
  gift: 'packages/loyalty/gift/gift',
  flash: 'packages/loyalty/flash/flash',
  group: 'packages/loyalty/group/group',
  wallet: 'packages/loyalty/wallet/wallet',
  shipping: 'packages/console/shipping/shipping',
  ship: 'packages/console/ship/ship',
  tasks: 'packages/console/tasks/tasks',
  staffOrders: 'packages/console/orders/orders',
  staffOrder: 'packages/console/order/order',
  pickup: 'packages/console/pickup/pickup',
  packing: 'packages/console/packing/packing',
  invoices: 'packages/console/invoices/invoices',
  troubles: 'packages/console/troubles/troubles',
  health: 'packages/console/health/health',
  staff: 'packages/console/staff/staff',
  joinStaff: 'packages/console/join/join',
  audit: 'packages/console/audit/audit',
  company: 'packages/console/company/company',
  layouts: 'packages/console/layouts/layouts',
  layout: 'packages/console/layout/layout',
  preview: 'packages/console/preview/preview',
  products: 'packages/console/products/products',
  productEdit: 'packages/console/product-edit/product-edit',
  stock: 'packages/console/stock/stock',
  importGoods: 'packages/console/import/import',
  freight: 'packages/console/freight/freight',
  promotions: 'packages/console/promotions/promotions',
  promotionEdit: 'packages/console/promotion/promotion',
  couponEdit: 'packages/console/coupon/coupon',
  walletGrant: 'packages/console/wallet-grant/wallet-grant',
} as const satisfies Record<Exclude<RouteName, keyof typeof tabs>, string>

/** WeChat keeps ten pages at most; the eleventh replaces the tenth. */
const stackLimit = 10

/** The address of a page, for links and share cards. */
export function urlOf<R extends RouteName>(name: R, params?: Routes[R]): string {
  const path = name in tabs ? tabs[name as keyof typeof tabs] : pages[name as keyof typeof pages]
  const query = Object.entries(params ?? {})
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
  return query ? `/${path}?${query}` : `/${path}`
}

type Arguments<R extends RouteName> = undefined extends Routes[R]
  ? [params?: Routes[R]]
  : [params: Routes[R]]

/** As long as WeChat takes to bring a page in: a second tap within it means the same page. */
const transitionMs = 600
let opening: { url: string; at: number } | undefined

/** Opens a page; a tab is switched to. The same page again while it comes in is one page. */
export function open<R extends RouteName>(name: R, ...[params]: Arguments<R>): void {
  if (isTab(name)) {
    switchTo(name, params)
    return
  }
  const url = urlOf(name, params)
  const at = Date.now()
  // A clock that was put back must not keep a page shut.
  if (opening?.url === url && Math.abs(at - opening.at) < transitionMs) return
  opening = { url, at }
  const fail = () => (opening = undefined)
  if (getCurrentPages().length >= stackLimit) void wx.redirectTo({ url, fail })
  else void wx.navigateTo({ url, fail })
}

/** Opens a page that gives something back with `answer`; going back without one gives nothing. */
export function openFor<R extends RouteName, T>(
  name: R,
  params: Routes[R],
  onAnswer: (value: T) => void,
): void {
  void wx.navigateTo({ url: urlOf(name, params), events: { answer: onAnswer } })
}

/**
 * Gives `value` to the page that opened this one with `openFor`, and goes back to it. A page that
 * was opened from a link has nobody to give it to.
 */
export function answer(page: WechatMiniprogram.Page.TrivialInstance, value: unknown): void {
  const channel = page.getOpenerEventChannel?.() as
    Partial<WechatMiniprogram.EventChannel> | undefined
  channel?.emit?.('answer', value)
  back()
}

/** Opens a page in place of this one, so that going back does not come here again. */
export function replace<R extends RouteName>(name: R, ...[params]: Arguments<R>): void {
  if (isTab(name)) switchTo(name, params)
  else void wx.redirectTo({ url: urlOf(name, params) })
}

/**
 * What a tab was opened with, once: WeChat refuses a query when it switches to a tab, so the tab
 * page asks for it in `onShow`.
 */
export function takeTabParams<R extends keyof typeof tabs>(name: R): Routes[R] | undefined {
  if (tabParams?.name !== name) return undefined
  const { params } = tabParams
  tabParams = undefined
  return params as Routes[R]
}

let tabParams: { name: RouteName; params: unknown } | undefined

function switchTo(name: keyof typeof tabs, params: unknown): void {
  tabParams = params === undefined ? undefined : { name, params }
  void wx.switchTab({ url: urlOf(name) })
}

const isTab = (name: RouteName): name is keyof typeof tabs => name in tabs

/** Goes back, or home when there is nothing to go back to (opened from a link). */
export function back(): void {
  if (getCurrentPages().length > 1) void wx.navigateBack()
  else void wx.switchTab({ url: urlOf('home') })
}
