import { care } from './care'
import { catalog } from './catalog'
import { console } from './console'
import type { CommonError, DeclaredErrorOf } from './define'
import { loyalty } from './loyalty'
import { member } from './member'
import { order } from './order'

/** Every action there is; the function's name is the part before the dot. */
export const contract = { ...catalog, ...order, ...member, ...loyalty, ...care, ...console }
export type AppContract = typeof contract
export type ActionName = keyof AppContract

/** Every code a page may meet; `NETWORK` is said by the phone itself. */
export type ErrorCode =
  CommonError | 'NETWORK' | { [A in ActionName]: DeclaredErrorOf<AppContract[A]> }[ActionName]
