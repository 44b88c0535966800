import { partsOf, readSubject, recordVerdict } from '../care/checked'
import type { ToCheck } from '../care/checked'
import { holdPictures } from '../care/held-pictures'
import { errCodeOf, openapi, temporaryUrls } from '../cloud'
import type { CheckSubject, Verdict } from '../documents/care'
import { isHeld } from '../storage-rule'
import { transaction } from '../transaction'
import { done } from './outcome'
import type { Outcome } from './outcome'

const version = 2
/** WeChat's numbers for what somebody says of themselves, and for comments. */
const profileScene = 1
const commentScene = 2
const image = 2
/** Whoever wrote it has not been here for two hours: WeChat will not look at it any more. */
const awayTooLong = 61010

/**
 * Has WeChat look at what a customer wrote. Words are judged at once, pictures by a message that
 * comes to `push` within half an hour. What WeChat will not look at waits for staff. Pictures are
 * copied first, and the copies looked at: their uploader could replace the others afterwards.
 */
export async function checkContent(subject: CheckSubject, at: number): Promise<Outcome> {
  let content = await readSubject(subject)
  if (content?.check === 'waiting' && !content.pictures.every(isHeld)) {
    await holdPictures(subject, at)
    content = await readSubject(subject)
  }
  if (content?.check !== 'waiting') return done
  const missing = partsOf(content).filter((part) => !content.passed.includes(part))
  try {
    if (missing.includes('text')) await checkText(subject, content)
    await checkPictures(
      subject,
      content,
      missing.filter((part) => part !== 'text'),
      at,
    )
  } catch (error) {
    if (errCodeOf(error) !== awayTooLong) throw error
    await transaction((tx) => recordVerdict(tx, subject, missing[0] ?? 'text', 'review'))
  }
  return done
}

/** Copies pictures from before there were copies, and has looked at what still waits for it. */
export async function holdOldPictures(subject: CheckSubject, at: number): Promise<Outcome> {
  await holdPictures(subject, at, { areShared: true })
  return checkContent(subject, at)
}

async function checkText(subject: CheckSubject, { text, memberId }: ToCheck): Promise<void> {
  const answer = await openapi.security.msgSecCheck({
    version,
    scene: commentScene,
    openid: memberId,
    content: text,
  })
  const verdict = verdictOf(answer.result)
  await transaction((tx) => recordVerdict(tx, subject, 'text', verdict))
}

async function checkPictures(
  subject: CheckSubject,
  { memberId }: ToCheck,
  pictures: readonly string[],
  at: number,
): Promise<void> {
  const urls = await temporaryUrls(pictures.filter(isHeld))
  for (const picture of pictures) {
    const mediaUrl = urls.get(picture)
    if (mediaUrl === undefined) {
      // A picture that is not there cannot be shown: staff decide about the rest.
      await transaction((tx) => recordVerdict(tx, subject, picture, 'review'))
      continue
    }
    const answer = await openapi.security.mediaCheckAsync({
      mediaUrl,
      mediaType: image,
      version,
      scene: subject.kind === 'avatar' ? profileScene : commentScene,
      openid: memberId,
    })
    await expectVerdict(String(answer.traceId), { subject, picture }, at)
  }
}

/** Writes down what a trace is about; when its verdict was faster, it counts now. */
const expectVerdict = (
  traceId: string,
  about: { subject: CheckSubject; picture: string },
  at: number,
): Promise<void> =>
  transaction(async (tx) => {
    const known = await tx.mediachecks.get(traceId)
    await tx.mediachecks.put({ ...known, _id: traceId, about, at })
    if (known?.verdict) await recordVerdict(tx, about.subject, about.picture, known.verdict)
  })

/** Takes the verdict on one picture, as WeChat's message brings it; the same one again is none. */
export const takeVerdict = (traceId: string, result: unknown, at: number): Promise<void> =>
  transaction(async (tx) => {
    const known = await tx.mediachecks.get(traceId)
    if (known?.verdict) return
    const verdict = verdictOf(result)
    await tx.mediachecks.put({ ...known, _id: traceId, verdict, at: known?.at ?? at })
    if (known?.about) await recordVerdict(tx, known.about.subject, known.about.picture, verdict)
  })

/** WeChat's suggestion; one we do not know is for a person to look at. */
function verdictOf(result: unknown): Verdict {
  const suggest = (result as { suggest?: unknown } | null | undefined)?.suggest
  return suggest === 'pass' || suggest === 'risky' ? suggest : 'review'
}
