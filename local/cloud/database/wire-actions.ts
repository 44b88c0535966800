import { aggregateDocuments, calculateDocument, getDocument } from './read-actions'
import type { WireContext } from './wire-context'
import { WireError, invalidParam } from './wire-error'
import { ownerOf, transactionOf, type WireRequest, type WireResponse } from './wire-request'
import { insertDocument, modifyAndReturnDoc, modifyDocument, removeDocument } from './write-actions'

type Action = (context: WireContext, request: WireRequest) => WireResponse | Promise<WireResponse>

const actions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['database.getDocument', getDocument],
  ['database.calculateDocument', calculateDocument],
  ['database.aggregateDocuments', aggregateDocuments],
  ['database.insertDocument', insertDocument],
  ['database.modifyDocument', modifyDocument],
  ['database.modifyAndReturnDoc', modifyAndReturnDoc],
  ['database.removeDocument', removeDocument],
  ['database.addCollection', addCollection],
  ['database.startTransaction', startTransaction],
  ['database.commitTransaction', commitTransaction],
  ['database.abortTransaction', abortTransaction],
])

/** Answers one `database.*` action of the SDK's gateway; INVALID_PARAM for an unknown one. */
export async function handleAction(
  context: WireContext,
  action: string,
  request: WireRequest,
): Promise<WireResponse> {
  const run = actions.get(action)
  if (run === undefined) throw invalidParam(`unknown action: ${action}`)
  return run(context, request)
}

async function addCollection(
  { catalog, queue }: WireContext,
  request: WireRequest,
): Promise<WireResponse> {
  const name = request['collectionName']
  if (typeof name !== 'string') throw invalidParam('a collection needs a name')
  if (catalog.find(name) !== undefined)
    throw new WireError(
      'DATABASE_COLLECTION_ALREADY_EXIST',
      `[ResourceInUse.TableExist] Table exist: ${name}`,
    )
  catalog.checkName(name)
  queue.write(() => catalog.create(name))
  await queue.durable()
  return { data: {} }
}

function startTransaction({ transactions }: WireContext, request: WireRequest): WireResponse {
  return { transactionId: transactions.begin(ownerOf(request)) }
}

async function commitTransaction(
  { transactions }: WireContext,
  request: WireRequest,
): Promise<WireResponse> {
  await transactions.commit(transactionOf(request) ?? '')
  return {}
}

function abortTransaction({ transactions }: WireContext, request: WireRequest): WireResponse {
  transactions.abort(transactionOf(request) ?? '')
  return {}
}
