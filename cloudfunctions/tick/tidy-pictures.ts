import { tidyPicture } from '../_kit/care/held-pictures'
import { dayMs, minuteMs } from '../_kit/clock'
import { db } from '../_kit/db'
import { pageDuePictures } from '../_kit/repos/held-pictures'
import { batchSize } from './batch-size'
import type { Chore } from './chore'
import { eachInTime } from './each-in-time'

/** Nothing here is urgent: a minute without this work costs no call. */
const pauseMs = 60 * minuteMs
let doneAt = 0

/** Removes uploads that were copied, and copies that came to nothing. */
export const tidyPictures: Chore = async (run) => {
  if (run.now - doneAt < pauseMs) return 0
  const tried = await eachInTime(run, {
    what: 'tidyPicture',
    by: 'dueAt',
    page: (cursor) => pageDuePictures(run.now, batchSize, cursor),
    work: async (held) => {
      if ((await tidyPicture(held)) === 'tidy') await db.heldpictures.removeMany([held._id])
      else await db.heldpictures.updateIf(held._id, {}, { dueAt: run.now + dayMs })
    },
  })
  if (!run.isOver()) doneAt = run.now
  return tried
}
