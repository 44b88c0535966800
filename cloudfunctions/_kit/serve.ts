import * as v from 'valibot'
import { languages } from '../../shared/contract/define'
import type {
  Access,
  ActionDefinition,
  Contract,
  DeclaredErrorOf,
  DetailOf,
  FieldProblem,
  Language,
  OutputOf,
  ParsedInputOf,
  StaffRole,
} from '../../shared/contract/define'
import type { Result } from '../../shared/domain/result'
import { takeCaller } from './cloud'
import type { Caller } from './cloud'
import { now } from './clock'
import { db } from './db'
import type { ToldChange } from './documents/staff'
import { Refusal, invalidInput } from './failure'
import { newId } from './ids'
import { record, writeDownIfDue } from './health/record'
import { beginInvocation, logError, logInvocation, msSince } from './log'
import { recordChange } from './audit'
import { changeOne } from './change-one'
import type { Content, OneByOne } from './change-one'
import type { KeepsKeys } from './documents/keeps-keys'
import { answerBefore, rememberAnswer } from './once'
import type { Intention } from './once'
import { createRateLimit } from './rate-limit'
import { transaction } from './transaction'
import type { Retry, Transaction } from './transaction'

type FailArguments<D extends ActionDefinition, C extends DeclaredErrorOf<D>> =
  DetailOf<D, C> extends undefined ? [] : [detail: DetailOf<D, C>]

/** What a handler knows and can do beside its input. */
type Context<D extends ActionDefinition> = {
  /** The member's openid; a visitor may have none. */
  memberId: D['access'] extends 'visitor' ? string | undefined : string
  language: Language
  /** The time of the invocation; the same through all of it. */
  now: number
  caller: Caller
  requestId: string
  /** Ends the action with one of the errors it declares, rolling back an open transaction. */
  fail<C extends DeclaredErrorOf<D>>(code: C, ...detail: FailArguments<D, C>): never
  /** The value of a rule's result; its refusal ends the action. */
  must<T, C extends DeclaredErrorOf<D>>(result: Result<T, C, DetailOf<D, C>>): T
} & (D extends { write: true }
  ? {
      /**
       * Commits changes together with the answer under the once-key; what it returns is what the
       * handler answers. It may run again, so time and new ids come from outside.
       */
      transaction(
        run: (tx: Transaction) => Promise<OutputOf<D>>,
        retry?: Retry,
      ): Promise<OutputOf<D>>
      /**
       * Changes a single document that keeps its once-keys itself, where a transaction is not
       * needed: half of the calls to the database. Gives the document as it is then.
       */
      changeOne<T extends KeepsKeys>(
        collection: OneByOne<T>,
        id: string,
        change: (before: T | undefined) => Promise<Content<T>>,
      ): Promise<T>
      /** Says for the audit log what a change inside the transaction makes different. */
      tell(change: ToldChange): void
    }
  : unknown)

/** Does what one action promises. */
export type Handler<D extends ActionDefinition> = (
  input: ParsedInputOf<D>,
  context: Context<D>,
) => Promise<OutputOf<D>>

export type Handlers<C extends Contract> = { readonly [A in keyof C]: Handler<C[A]> }

/** What WeChat gives a function beside the event. */
export interface CloudContext {
  request_id?: string
}

export type WireReply =
  | { ok: true; data: unknown; requestId: string }
  | { ok: false; error: { code: string; detail?: unknown }; requestId: string }

/** What may be in an event; `userInfo` is added by WeChat and counts for nothing. */
const envelope = v.strictObject({
  action: v.pipe(v.string(), v.maxLength(80)),
  input: v.unknown(),
  language: v.optional(v.picklist(languages), 'zh-CN'),
  once: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/))),
  userInfo: v.optional(v.unknown()),
})

const writes = createRateLimit({ burst: 200, perSecond: 100 })

/**
 * The `main` of a function: finds the handler of the action, checks who asks and what, and turns
 * whatever happens into a reply. It never throws.
 */
export function serve<C extends Contract>(actions: C, handlers: Handlers<C>) {
  return async (event: unknown, context?: CloudContext): Promise<WireReply> => {
    // The identity lives in the process's environment until the next invocation: before any await.
    const caller = takeCaller()
    const startedAt = performance.now()
    const { isCold } = beginInvocation(caller.openId)
    writeDownIfDue()
    const at = now()
    const requestId = context?.request_id ?? newId(at)
    let reply: WireReply
    let action = 'unknown'
    try {
      const request = parse(envelope, event, '')
      if (!Object.hasOwn(actions, request.action)) throw new Refusal('UNKNOWN_ACTION')
      action = request.action
      const data = await perform(actions[action]!, handlers[action]!, request, {
        caller,
        requestId,
        now: at,
      })
      reply = { ok: true, data, requestId }
    } catch (error) {
      reply = { ok: false, error: failureOf(error, action, requestId), requestId }
    }
    const outcome = reply.ok ? 'ok' : reply.error.code
    const done = { action, outcome, durationMs: msSince(startedAt), isCold }
    logInvocation({ ...done, requestId, memberId: caller.openId })
    await record(done)
    return reply
  }
}

type Envelope = v.InferOutput<typeof envelope>
type Invocation = { caller: Caller; requestId: string; now: number }

async function perform(
  definition: ActionDefinition,
  handler: Handler<never>,
  { action, input: rawInput, language, once }: Envelope,
  invocation: Invocation,
): Promise<unknown> {
  const memberId = invocation.caller.openId
  await checkAccess(definition.access, memberId)
  const input = parse(definition.input, rawInput, 'input')
  const context = { ...invocation, memberId, language, fail, must }
  const run = handler as (input: unknown, context: unknown) => Promise<unknown>
  if (!definition.write) return run(input, context)

  if (once === undefined) throw invalidInput({ path: 'once', reason: 'required' })
  if (memberId === undefined) throw new Refusal('UNAUTHORIZED')
  if (!writes.take(memberId, invocation.now)) throw new Refusal('RATE_LIMITED')
  const intention: Intention = { memberId, key: once, action, input }
  let isKept = false
  let changes: ToldChange[] = []
  try {
    const data = await run(input, {
      ...context,
      tell: (change: ToldChange) => changes.push(change),
      transaction: async (work: (tx: Transaction) => Promise<unknown>, retry?: Retry) => {
        const kept = await transaction(async (tx) => {
          changes = []
          const answer = await work(tx)
          if (typeof definition.access === 'object')
            await recordChange(
              tx,
              { ...intention, requestId: invocation.requestId, changes },
              invocation.now,
            )
          await rememberAnswer(tx, intention, answer, invocation.now)
          return answer
        }, retry)
        isKept = true
        return kept
      },
      changeOne: async <T extends KeepsKeys>(
        collection: OneByOne<T>,
        id: string,
        change: (before: T | undefined) => Promise<Content<T>>,
      ) => {
        const changed = await changeOne(collection, id, intention, change)
        isKept = true
        return changed
      },
    })
    // A write outside of it would be done again by every repeat.
    if (!isKept) throw new Error(`${action} has not committed under its once-key`)
    return data
  } catch (error) {
    // A repeat meets what the first time has done: an id that is taken, a cart that is empty.
    const before = await answerBefore(intention)
    if (before) return before.answer
    throw error
  }
}

async function checkAccess(access: Access, memberId: string | undefined): Promise<void> {
  if (access === 'visitor') return
  if (memberId === undefined) throw new Refusal('UNAUTHORIZED')
  if (access === 'member') return
  const roles: readonly StaffRole[] = (await db.staff.get(memberId))?.roles ?? []
  if (!access.staff.some((role) => roles.includes(role))) throw new Refusal('FORBIDDEN')
}

function fail(code: string, detail?: unknown): never {
  throw new Refusal(code, detail)
}

function must<T>(result: Result<T, string, unknown>): T {
  return result.ok ? result.value : fail(result.code, result.detail)
}

function parse<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  root: string,
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return parsed.output
  throw invalidInput(...parsed.issues.slice(0, 20).map((issue) => problemOf(issue, root)))
}

function problemOf(issue: v.BaseIssue<unknown>, root: string): FieldProblem {
  const path = [root, v.getDotPath(issue) ?? ''].filter(Boolean).join('.')
  return { path: path.replace(/^input\./, '').slice(0, 120), reason: issue.type }
}

function failureOf(error: unknown, action: string, requestId: string) {
  if (error instanceof Refusal)
    return error.detail === undefined
      ? { code: error.code }
      : { code: error.code, detail: error.detail }
  logError('internal', error, { action, requestId })
  return { code: 'INTERNAL' }
}
