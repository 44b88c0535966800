import type { Profile } from '../../shared/contract/member'
import type { MemberDocument } from '../_kit/documents/member'

/** How members see themselves: also a picture that others do not see yet. */
export function ownProfile(member: MemberDocument | undefined): Profile {
  const { nickname, newAvatar } = member ?? {}
  const avatar =
    newAvatar?.check === 'waiting' ? (newAvatar.copy ?? newAvatar.picture) : member?.avatar
  return {
    ...(nickname === undefined ? {} : { nickname }),
    ...(avatar === undefined ? {} : { avatar }),
    ...(newAvatar === undefined ? {} : { avatarCheck: newAvatar.check }),
  }
}
