import type { Address } from '../../shared/contract/member'
import { db } from '../_kit/db'

/** The member's address with this id; without an id the default one, else the first. */
export async function readAddress(
  memberId: string,
  addressId: string | undefined,
): Promise<Address | undefined> {
  const addresses = (await db.addresses.get(memberId))?.addresses ?? []
  return addressId === undefined
    ? (addresses.find(({ isDefault }) => isDefault) ?? addresses[0])
    : addresses.find(({ id }) => id === addressId)
}
