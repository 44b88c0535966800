import { readSmallFile, removeFiles, storeFile } from '../cloud'
import { dayMs } from '../clock'
import { db } from '../db'
import type { CheckSubject, HeldPictureDocument, ReviewDocument } from '../documents/care'
import type { MemberDocument } from '../documents/member'
import { newId } from '../ids'
import { checkedFolder, isHeld, isUpload } from '../storage-rule'
import { transaction } from '../transaction'
import type { Transaction } from '../transaction'
import { keepForGood } from './avatar-check'
import { putReview } from './checked'

/** Pages send compressed pictures, far smaller; no function can be filled up with anything larger. */
const mostBytes = 10 * 1024 * 1024
/** By then no page shows an upload any more, and no function is still at work on it. */
const tidyAfterMs = dayMs

/** What becomes of pictures: the file id of the copy, or nothing for one that cannot be shown. */
type Copies = ReadonlyMap<string, string | undefined>

/**
 * Puts copies, which only functions can write, in the place of pictures that their uploader could
 * still replace. What cannot be copied is left out. Each try makes copies of its own, so that no
 * copy is ever written twice; those that came to nothing are removed by `tidyPicture`.
 */
export async function holdPictures(
  subject: CheckSubject,
  at: number,
  { areShared = false }: { areShared?: boolean } = {},
): Promise<void> {
  const open = (await shownBy(subject)).filter(
    (fileId) => !isHeld(fileId) && (subject.kind !== 'avatar' || fileId === subject.picture),
  )
  if (open.length === 0) return
  const copies = new Map(
    await Promise.all(
      open.map(async (original) => {
        const copy = await copyOf(original, { subject, areShared }, at)
        return [original, copy] as const
      }),
    ),
  )
  await transaction((tx) => replacePictures(tx, subject, copies))
}

async function copyOf(
  original: string,
  { subject, areShared }: { subject: CheckSubject; areShared: boolean },
  at: number,
): Promise<string | undefined> {
  if (!isUpload(original)) return undefined
  const bytes = await readSmallFile(original, mostBytes)
  if (!bytes) return undefined
  const extension = /\.(png|jpe?g|webp)$/i.exec(original)?.[1]?.toLowerCase() ?? 'jpg'
  const name = `${newId(at)}.${extension}`
  const bucket = original.split('/').slice(0, 3).join('/')
  const held: HeldPictureDocument = {
    _id: name,
    subject,
    copy: `${bucket}/${checkedFolder}/${name}`,
    dueAt: at + tidyAfterMs,
  }
  // What several documents may show is not removed for one of them.
  await db.heldpictures.put(areShared ? held : { ...held, original })
  const copy = await storeFile(`${checkedFolder}/${name}`, bytes)
  // An upload of another environment: it is not ours to remove.
  if (copy !== held.copy) await db.heldpictures.put({ ...held, copy })
  return copy
}

async function replacePictures(
  tx: Transaction,
  subject: CheckSubject,
  copies: Copies,
): Promise<void> {
  if (subject.kind === 'avatar') {
    const member = await tx.members.get(subject.id)
    if (!member) return
    const copy = copies.get(subject.picture)
    if (copy !== undefined && member.avatar === subject.picture) await keepForGood(tx, copy)
    await tx.members.put(withCopy(member, subject.picture, copy))
  } else if (subject.kind === 'review' || subject.kind === 'followUp') {
    const review = await tx.reviews.get(subject.id)
    if (review) await putReview(tx, review, withCopies(review, copies))
  }
}

/** What is seen instead of a picture, if anything; others stay. */
const seenAs = (copies: Copies) => (fileId: string) =>
  copies.has(fileId) ? (copies.get(fileId) ?? []) : fileId

function withCopy(
  { avatar, newAvatar, ...kept }: MemberDocument,
  picture: string,
  copy: string | undefined,
): MemberDocument {
  const seen = avatar === picture ? copy : avatar
  return {
    ...kept,
    ...(seen === undefined ? {} : { avatar: seen }),
    ...(newAvatar?.picture === picture && copy !== undefined
      ? { newAvatar: { ...newAvatar, copy } }
      : newAvatar && { newAvatar }),
  }
}

/** Staff hear of a picture that is left out, as long as nobody has decided about the review. */
function withCopies(review: ReviewDocument, copies: Copies): ReviewDocument {
  const { avatar, followUp, ...kept } = review
  const isLeftOut = (fileId: string) => copies.has(fileId) && copies.get(fileId) === undefined
  const { pictures } = review
  const parts = [review, ...(followUp ? [followUp] : [])]
  return {
    ...kept,
    pictures: pictures.flatMap(seenAs(copies)),
    ...(followUp && {
      followUp: { ...followUp, pictures: followUp.pictures.flatMap(seenAs(copies)) },
    }),
    ...(avatar === undefined || isLeftOut(avatar) ? {} : { avatar: copies.get(avatar) ?? avatar }),
    needsStaff:
      review.needsStaff ||
      parts.some((part) => part.check === 'waiting' && part.pictures.some(isLeftOut)),
  }
}

/** Every picture that the subject's document shows or may come to show. */
async function shownBy(subject: CheckSubject): Promise<string[]> {
  if (subject.kind === 'avatar') {
    const { avatar, newAvatar } = (await db.members.get(subject.id)) ?? {}
    const chosen = newAvatar?.check === 'waiting' ? [newAvatar.copy ?? newAvatar.picture] : []
    return [...(avatar === undefined ? [] : [avatar]), ...chosen]
  }
  if (subject.kind !== 'review' && subject.kind !== 'followUp') return []
  const review = await db.reviews.get(subject.id)
  if (!review) return []
  const { pictures, followUp, avatar } = review
  return [...pictures, ...(followUp?.pictures ?? []), ...(avatar === undefined ? [] : [avatar])]
}

/**
 * Removes of a picture what is in no use any more: the upload once its copy is there, and a copy
 * that came to nothing. Says whether it is still to be decided, and so to be looked at again.
 */
export async function tidyPicture({
  subject,
  original,
  copy,
  isPassed,
}: HeldPictureDocument): Promise<'tidy' | 'undecided'> {
  const shown = await shownBy(subject)
  const gone = [original, isPassed ? undefined : copy].flatMap((fileId) =>
    fileId === undefined || shown.includes(fileId) ? [] : [fileId],
  )
  await removeFiles(gone)
  const isAvatar = subject.kind === 'avatar' && !isPassed
  return isAvatar && shown.includes(copy) ? 'undecided' : 'tidy'
}
