import { Readable } from 'node:stream'
import type { LocalCloud } from '../../local/cloud/local-cloud'
import { openidOf } from '../../local/cloud/users'
import type { SeedTarget } from './seed-target'

/** Puts a seed straight into a local cloud of this process. */
export const localSeedTarget = ({ database, storage }: LocalCloud): SeedTarget => ({
  addDocuments(collection, documents) {
    const known = new Set(
      database
        .list(collection, {
          limit: documents.length,
          query: { _id: { $in: documents.map(({ _id }) => _id) } },
        })
        .map((document) => (document as { _id: string })._id),
    )
    const missing = documents.filter(({ _id }) => !known.has(_id))
    if (missing.length > 0)
      database.load(
        collection,
        missing.map((document) => ({ ...document })),
      )
    return Promise.resolve()
  },
  async putFile(cloudPath, content) {
    if (storage.find(cloudPath)?.size !== content.length) {
      await storage.put(cloudPath, Readable.from([content]))
    }
    return storage.fileIdOf(cloudPath)
  },
  openidOf,
})
