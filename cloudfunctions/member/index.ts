import { member } from '../../shared/contract/member'
import { serve } from '../_kit/serve'
import { getMe } from './get-me'
import { joinStaff } from './join-staff'
import { listAddresses } from './list-addresses'
import { listMessages } from './list-messages'
import { recordSubscription } from './record-subscription'
import { removeAddress } from './remove-address'
import { saveAddress } from './save-address'
import { updateProfile } from './update-profile'

export const main = serve(member, {
  'member.getMe': getMe,
  'member.updateProfile': updateProfile,
  'member.listAddresses': listAddresses,
  'member.saveAddress': saveAddress,
  'member.removeAddress': removeAddress,
  'member.listMessages': listMessages,
  'member.recordSubscription': recordSubscription,
  'member.joinStaff': joinStaff,
})
