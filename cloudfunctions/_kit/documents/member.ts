import type { StaffRole } from '../../../shared/contract/define'
import type { Address } from '../../../shared/contract/member'
import type { CartEntry } from '../../../shared/domain/cart'

/** The id is the member's openid, here and in the three below. */
export interface MemberDocument {
  _id: string
  nickname?: string
  avatar?: string
  createdAt: number
  updatedAt: number
}

export interface StaffDocument {
  _id: string
  name: string
  roles: StaffRole[]
}

export interface AddressBookDocument {
  _id: string
  addresses: Address[]
}

export interface CartDocument {
  _id: string
  entries: CartEntry[]
  updatedAt: number
}

/** One more or fewer message that may be sent; the balance is their sum, never below zero. */
interface CreditEntry {
  at: number
  change: number
  cause: 'accepted' | 'sent' | 'notSent' | 'refused'
}

/** The ledger of one template for one member; the id is `{memberId}:{templateId}`. */
export interface SubscriptionDocument {
  _id: string
  memberId: string
  templateId: string
  credits: number
  entries: CreditEntry[]
}
