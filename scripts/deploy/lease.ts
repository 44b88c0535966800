import { randomUUID } from 'node:crypto'
import type { Cloud } from './cloud'
import {
  createCollection,
  insertDocument,
  isSameRule,
  listCollections,
  readDocument,
  readRule,
  updateDocument,
  writeRule,
} from './database'
import { DeployError } from './deploy-error'

/** Where deploys write down that they are at work. Functions know nothing of it, and pages neither. */
const collection = 'deploys'
const closed = { read: false, write: false }

/** The sole right to change an environment, for a while. */
export interface Lease {
  /** Prolongs it. Throws a DeployError when another deploy has taken it over. */
  keep(): Promise<void>
  /** Gives it back; nothing happens to one that another deploy has taken over. */
  release(): Promise<void>
}

export interface LeaseOptions {
  /** Who asks, in words that tell a colleague whom to ask. */
  owner: string
  now(): number
  /** Takes it also from a deploy whose time is not over. */
  isTakeOver: boolean
}

/** Longer than any single change takes, and than the clocks of two machines differ. */
const lifeMs = 10 * 60_000
/** Prolonged when so much of it is gone. */
const freshMs = 60_000
const id = 'lease'

/** Times are ISO texts: they compare as texts, and the database gives them back as they are. */
interface LeaseDocument {
  _id: typeof id
  /** Whose it is; empty when it is nobody's. */
  token: string
  owner: string
  startedAt: string
  until: string
}

/**
 * Takes the lease of the environment, or throws a DeployError that says who has it. Of two that
 * ask at once one gets it: the database changes one document for one of them only.
 */
export async function takeLease(cloud: Cloud, options: LeaseOptions): Promise<Lease> {
  await ensureCollection(cloud)
  const token = randomUUID()
  const lease = leaseOf(cloud, token, options.now)
  try {
    await write(cloud, token, options)
    const holder = await read(cloud)
    if (holder?.token !== token) throw refusal(holder)
  } catch (error) {
    // It may be ours although the answer was lost. What is not ours is left alone.
    if (!(error instanceof LeaseTaken)) await lease.release().catch(() => undefined)
    throw error
  }
  return lease
}

function leaseOf(cloud: Cloud, token: string, now: LeaseOptions['now']): Lease {
  let keptAt = now()
  return {
    async keep() {
      if (now() - keptAt < freshMs) return
      await updateDocument(cloud, collection, { _id: id, token }, { until: endOf(now()) })
      const holder = await read(cloud)
      if (holder?.token !== token) throw refusal(holder)
      keptAt = now()
    },
    release: () => updateDocument(cloud, collection, { _id: id, token }, { token: '', until: '' }),
  }
}

/** Writes the token where no other is, or where the other's time is over. */
async function write(cloud: Cloud, token: string, options: LeaseOptions): Promise<void> {
  const { owner, isTakeOver } = options
  const startedAt = new Date(options.now()).toISOString()
  const wanted: LeaseDocument = { _id: id, token, owner, startedAt, until: endOf(options.now()) }
  const holder = await read(cloud)
  if (!holder) {
    await insertUnlessThere(cloud, wanted)
    return
  }
  const isOver = holder.until < startedAt
  if (!isOver && !isTakeOver) throw refusal(holder)
  const { _id, ...fields } = wanted
  await updateDocument(cloud, collection, { _id, token: holder.token }, fields)
}

/** Another deploy may have written it a moment ago; whose it is, is read afterwards. */
async function insertUnlessThere(cloud: Cloud, wanted: LeaseDocument): Promise<void> {
  try {
    await insertDocument(cloud, collection, wanted)
  } catch (error) {
    if (!(await read(cloud))) throw error
  }
}

/** Made and closed before anything stands in it. */
async function ensureCollection(cloud: Cloud): Promise<void> {
  try {
    if (!(await listCollections(cloud)).has(collection)) await createCollection(cloud, collection)
  } catch (error) {
    // Another deploy may have been quicker.
    if (!(await listCollections(cloud)).has(collection)) throw error
  }
  if (!isSameRule(await readRule(cloud, collection), closed))
    await writeRule(cloud, collection, closed)
}

const read = async (cloud: Cloud) =>
  (await readDocument(cloud, collection, id)) as LeaseDocument | undefined

const endOf = (now: number) => new Date(now + lifeMs).toISOString()

/** Another deploy has the lease. */
class LeaseTaken extends DeployError {}

const refusal = (holder: LeaseDocument | undefined) =>
  new LeaseTaken(
    holder === undefined || holder.token === ''
      ? 'The lease of this deploy is gone: somebody has ended it.'
      : `Another deploy is at work here: ${holder.owner}, since ${holder.startedAt}. Wait for its ` +
          `end. If it was killed, it counts no more after ${holder.until}; --take-over does not wait.`,
  )
