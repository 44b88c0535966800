import type { Json } from '../cloud'
import type { CheckSubject, ReviewDocument } from '../documents/care'
import type { MemberDocument } from '../documents/member'
import { newEntry } from '../outbox/entry'
import { isHeld } from '../storage-rule'
import type { Migration } from './migration'

const nothing = () => undefined
const isOpen = (fileId: string | undefined) => fileId !== undefined && !isHeld(fileId)
const hold = (subject: CheckSubject, memberId: string, at: number) =>
  newEntry({ kind: 'holdPictures', subject }, memberId, at)

/** Pictures of reviews from before there were copies; nobody sees them until they are copied. */
export const holdReviewPictures: Migration = {
  id: '0001-hold-review-pictures',
  description: 'pictures of reviews are copies that their uploader cannot replace',
  collection: 'reviews',
  reads: [],
  change: nothing,
  effects: (document: Json, at) => {
    const { _id, memberId, pictures, followUp, avatar } = document as unknown as ReviewDocument
    return [...pictures, ...(followUp?.pictures ?? []), avatar].some(isOpen)
      ? [hold({ kind: 'review', id: _id }, memberId, at)]
      : []
  },
}

/** The same for avatars, also for those whose check is under way. */
export const holdAvatars: Migration = {
  id: '0002-hold-avatars',
  description: 'avatars are copies that their uploader cannot replace',
  collection: 'members',
  reads: [],
  change: nothing,
  effects: (document: Json, at) => {
    const { _id, avatar, newAvatar } = document as unknown as MemberDocument
    const waiting =
      newAvatar?.check === 'waiting' && newAvatar.copy === undefined ? newAvatar.picture : undefined
    return [avatar, waiting].flatMap((picture) =>
      picture !== undefined && isOpen(picture)
        ? [hold({ kind: 'avatar', id: _id, picture }, _id, at)]
        : [],
    )
  },
}
