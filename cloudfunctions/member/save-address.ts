import type { Address } from '../../shared/contract/member'
import type { HandlerOf } from '../_kit/handler-of'
import { newId } from '../_kit/ids'

const addressLimit = 20

export const saveAddress: HandlerOf<'member.saveAddress'> = (
  { id, ...fields },
  { memberId, now, fail, transaction },
) => {
  const freshId = newId(now)
  return transaction(async (tx) => {
    const kept = (await tx.addresses.get(memberId))?.addresses ?? []
    const isKnown = kept.some((address) => address.id === id)
    if (id !== undefined && !isKnown) fail('ADDRESS_NOT_FOUND')
    if (id === undefined && kept.length >= addressLimit)
      fail('ADDRESS_LIMIT', { limit: addressLimit })
    // The first one is the default until another is.
    const address: Address = {
      ...fields,
      id: id ?? freshId,
      isDefault: fields.isDefault || kept.every((other) => other.id === id),
    }
    const saved = isKnown
      ? kept.map((other) => (other.id === id ? address : other))
      : [address, ...kept]
    await tx.addresses.put({ _id: memberId, addresses: withOneDefault(saved, address) })
    return { address }
  })
}

/** At most one address is the default: the one just chosen wins. */
const withOneDefault = (addresses: readonly Address[], chosen: Address): Address[] =>
  addresses.map((address) =>
    chosen.isDefault && address.id !== chosen.id ? { ...address, isDefault: false } : address,
  )
