import type { ActionName, AppContract } from '../../shared/contract'
import type { Handler } from './serve'

/** The handler of an action by its name: `HandlerOf<'order.place'>`. */
export type HandlerOf<A extends ActionName> = Handler<AppContract[A]>
