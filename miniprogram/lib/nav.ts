/** Every page of the mini program and what it is opened with. */
export interface Routes {
  home: undefined
  category: { categoryId: string } | undefined
  cart: undefined
  me: undefined
  product: { productId: string }
  search: { query?: string }
  checkout: { skuId?: string; quantity?: string }
  paid: { outTradeNo: string }
  orders: { tab?: string }
  order: { orderId: string }
  addresses: { pick?: string }
  address: { addressId?: string; draft?: string }
  profile: undefined
  settings: undefined
  shipping: undefined
  ship: { orderId: string }
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
  search: 'packages/shop/search/search',
  checkout: 'packages/shop/checkout/checkout',
  paid: 'packages/shop/paid/paid',
  orders: 'packages/shop/orders/orders',
  order: 'packages/shop/order/order',
  addresses: 'packages/account/addresses/addresses',
  address: 'packages/account/address/address',
  profile: 'packages/account/profile/profile',
  settings: 'packages/account/settings/settings',
  shipping: 'packages/console/shipping/shipping',
  ship: 'packages/console/ship/ship',
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

/** Opens a page; a tab is switched to. */
export function open<R extends RouteName>(name: R, ...[params]: Arguments<R>): void {
  if (isTab(name)) switchTo(name, params)
  else if (getCurrentPages().length >= stackLimit) void wx.redirectTo({ url: urlOf(name, params) })
  else void wx.navigateTo({ url: urlOf(name, params) })
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
