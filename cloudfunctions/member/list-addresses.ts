import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'

export const listAddresses: HandlerOf<'member.listAddresses'> = async (_input, { memberId }) => ({
  addresses: (await db.addresses.get(memberId))?.addresses ?? [],
})
