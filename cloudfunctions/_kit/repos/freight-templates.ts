import { db } from '../db'
import type { FreightTemplateDocument } from '../documents/order'

const mostTemplates = 100

/** All freight templates of the company. */
export const listFreightTemplates = (): Promise<FreightTemplateDocument[]> =>
  db.freighttemplates.find({
    index: 'updated',
    where: {},
    order: [
      ['updatedAt', 1],
      ['_id', 1],
    ],
    limit: mostTemplates,
  })
