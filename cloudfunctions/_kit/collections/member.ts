import type {
  AddressBookDocument,
  CartDocument,
  MemberDocument,
  StaffDocument,
  SubscriptionDocument,
} from '../documents/member'
import { collection, none } from './define'

export const memberCollections = {
  members: collection<MemberDocument>()('members', none),
  staff: collection<StaffDocument>()('staff', {
    joined: [
      ['joinedAt', 1],
      ['_id', 1],
    ],
  }),
  addresses: collection<AddressBookDocument>()('addresses', none),
  carts: collection<CartDocument>()('carts', none),
  subscriptions: collection<SubscriptionDocument>()('subscriptions', none),
}
