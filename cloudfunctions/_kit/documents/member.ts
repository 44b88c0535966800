import type { StaffRole } from '../../../shared/contract/define'
import type { Address } from '../../../shared/contract/member'
import type { CartEntry } from '../../../shared/domain/cart'
import type { KeepsKeys } from './keeps-keys'

/** The id is the member's openid, here and in the three below. */
export interface MemberDocument {
  _id: string
  nickname?: string
  /** As others see it. */
  avatar?: string
  /**
   * Chosen later; others see it once WeChat's check has passed it, and never when that says no.
   * `copy` is what is checked and then seen: nobody can replace it.
   */
  newAvatar?: { picture: string; copy?: string; check: 'waiting' | 'refused' }
  createdAt: number
  updatedAt: number
}

export interface StaffDocument {
  _id: string
  name: string
  /** Empty for somebody who has left. */
  roles: StaffRole[]
  joinedAt: number
  /** Written by whoever takes a role from another owner, so that two of them meet. */
  guard?: number
}

export interface AddressBookDocument {
  _id: string
  addresses: Address[]
}

export interface CartDocument extends KeepsKeys {
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
