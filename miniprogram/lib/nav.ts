/** Every page of the mini program and what it is opened with. */
export interface Routes {
  home: undefined
  category: undefined
  cart: undefined
  me: undefined
  product: { productId: string }
  search: { query?: string }
  checkout: { skuId?: string; quantity?: string }
  paid: { outTradeNo: string }
  orders: { tab?: string }
  order: { orderId: string }
  addresses: { pick?: string }
  address: { addressId?: string }
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

/** Opens a page; a tab is switched to. */
export function open<R extends RouteName>(
  name: R,
  ...params: Routes[R] extends undefined ? [] : [params: Routes[R]]
): void {
  const url = urlOf(name, params[0])
  if (name in tabs) void wx.switchTab({ url })
  else if (getCurrentPages().length >= stackLimit) void wx.redirectTo({ url })
  else void wx.navigateTo({ url })
}

/** Opens a page in place of this one, so that going back does not come here again. */
export function replace<R extends RouteName>(
  name: R,
  ...params: Routes[R] extends undefined ? [] : [params: Routes[R]]
): void {
  const url = urlOf(name, params[0])
  if (name in tabs) void wx.switchTab({ url })
  else void wx.redirectTo({ url })
}

/** Goes back, or home when there is nothing to go back to (opened from a link). */
export function back(): void {
  if (getCurrentPages().length > 1) void wx.navigateBack()
  else void wx.switchTab({ url: urlOf('home') })
}
