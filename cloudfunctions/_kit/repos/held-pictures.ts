import { command } from '../cloud'
import type { Page } from '../collection'
import { db } from '../db'
import type { HeldPictureDocument } from '../documents/care'

/** Copies to be looked at by now, the longest due first. */
export const pageDuePictures = (
  now: number,
  limit: number,
  cursor: string | undefined,
): Promise<Page<HeldPictureDocument>> =>
  db.heldpictures.page(
    {
      index: 'due',
      where: { dueAt: command.lte(now) },
      order: [
        ['dueAt', 1],
        ['_id', 1],
      ],
      limit,
    },
    cursor,
  )
