import type { HandlerOf } from '../_kit/handler-of'

export const removeAddress: HandlerOf<'member.removeAddress'> = (
  { addressId },
  { memberId, fail, transaction },
) =>
  transaction(async (tx) => {
    const kept = (await tx.addresses.get(memberId))?.addresses ?? []
    const removed = kept.find(({ id }) => id === addressId)
    if (!removed) return fail('ADDRESS_NOT_FOUND')
    const rest = kept.filter(({ id }) => id !== addressId)
    const [first, ...others] = rest
    const addresses = removed.isDefault && first ? [{ ...first, isDefault: true }, ...others] : rest
    await tx.addresses.put({ _id: memberId, addresses })
    return { removed: true }
  })
