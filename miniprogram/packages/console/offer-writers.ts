import type { StaffRole } from '../../../shared/contract/define'
import type { OfferTab } from '../../../shared/contract/console-promotions'
import { session } from '../../lib/session'

const writers: readonly StaffRole[] = ['owner', 'manager']

/** Whether whoever is here may change offers. The server decides; this only spares them a refusal. */
export const mayWrite = (): boolean =>
  session.get().me?.roles.some((role) => writers.includes(role)) ?? true

/** What customers were promised does not change while it runs. */
export const isLocked = (state: OfferTab): boolean => state === 'running'
