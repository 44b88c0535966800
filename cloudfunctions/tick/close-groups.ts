import type { OutboxDocument } from '../_kit/documents/outbox'
import { failGroup } from '../_kit/loyalty/group-places'
import { runFresh } from '../_kit/outbox/run'
import { pageOverdueGroups } from '../_kit/repos/groups'
import { transaction } from '../_kit/transaction'
import { batchSize } from './batch-size'
import type { Chore } from './chore'
import { eachInTime } from './each-in-time'

/** Ends groups that were not complete in time; the outbox then gives everybody's money back. */
export const closeGroups: Chore = (run) =>
  eachInTime(run, {
    what: 'closeGroup',
    by: 'expiresAt',
    page: (cursor) => pageOverdueGroups(run.now, batchSize, cursor),
    work: async ({ _id }) => {
      const entries = await transaction((tx): Promise<OutboxDocument[]> =>
        failGroup(tx, _id, run.now),
      )
      await runFresh(entries, run)
    },
  })
