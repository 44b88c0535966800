import { parseEjsonObject } from '../database/ejson'
import type { DatabaseService } from '../database/database-service'
import { WireError } from '../database/wire-error'
import { HttpError, sendJson } from '../http/call'
import type { Handler } from '../http/call'
import { numberOf, requireMethod, segmentOf } from './local-route'

/**
 * `GET /local/db` lists the collections, `GET /local/db/COLLECTION?limit=&after=&query=` their
 * documents by `_id`; `query` is Extended JSON.
 */
export function databaseRoute(database: DatabaseService, now: () => number): Handler {
  return (call) => {
    requireMethod(call, 'GET')
    if (call.path === '' || call.path === '/') {
      sendJson(call.response, database.collections())
      return
    }
    const collection = segmentOf(call, 'the name of a collection')
    const query = call.query.get('query')
    try {
      const documents = database.list(collection, {
        limit: numberOf(call, 'limit', { fallback: 100, min: 1, max: 10_000 }),
        after: call.query.get('after') ?? undefined,
        query: query ? parseEjsonObject(query, now()) : {},
      })
      sendJson(call.response, documents)
    } catch (error) {
      if (!(error instanceof WireError)) throw error
      const status = error.code === 'DATABASE_COLLECTION_NOT_EXIST' ? 404 : 400
      throw new HttpError(status, error.code, error.message)
    }
  }
}
