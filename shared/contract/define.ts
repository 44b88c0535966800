import type { GenericSchema, InferInput, InferOutput } from 'valibot'

/** Roles a member of the company's staff may have; one person may have several. */
export const staffRoles = ['owner', 'manager', 'clerk', 'packer', 'service'] as const
export type StaffRole = (typeof staffRoles)[number]

/**
 * Who may call an action: `visitor` anyone, also without an identity (single-page mode);
 * `member` anyone WeChat has identified; `{ staff }` only staff with one of these roles.
 */
export type Access = 'visitor' | 'member' | { readonly staff: readonly StaffRole[] }

/** Codes any action may answer with, beside the ones it declares. */
export const commonErrors = [
  'UNAUTHORIZED',
  'FORBIDDEN',
  'INVALID_INPUT',
  'RATE_LIMITED',
  'UNKNOWN_ACTION',
  'INTERNAL',
] as const
export type CommonError = (typeof commonErrors)[number]

/** Carries a type without a value: what an action returns, or the data of an error. */
export interface TypeOnly<T> {
  readonly type?: T
}
/** The shape an action returns on success. */
export const returns = <T>(): TypeOnly<T> => ({})
/** The data that goes with an error code; without a type argument there is none. */
export const detail = <T = undefined>(): TypeOnly<NoInfer<T>> => ({})

type ErrorDetails = Readonly<Record<string, TypeOnly<unknown>>>

/** One thing a page can ask a cloud function to do. */
export interface ActionDefinition {
  readonly access: Access
  /** A write needs a once-key and runs in one transaction that remembers its answer. */
  readonly write?: boolean
  readonly input: GenericSchema
  readonly output: TypeOnly<unknown>
  readonly errors: ErrorDetails
}

/** Declares an action; keeps its literal types. */
export const action = <const D extends ActionDefinition>(definition: D): D => definition

export type Contract = Readonly<Record<string, ActionDefinition>>

export type InputOf<D extends ActionDefinition> = InferInput<D['input']>
/** The input after validation, with defaults filled in. */
export type ParsedInputOf<D extends ActionDefinition> = InferOutput<D['input']>
export type OutputOf<D extends ActionDefinition> = D['output'] extends TypeOnly<infer T> ? T : never
export type DeclaredErrorOf<D extends ActionDefinition> = keyof D['errors'] & string
export type DetailOf<D extends ActionDefinition, Code extends DeclaredErrorOf<D>> =
  D['errors'][Code] extends TypeOnly<infer T> ? T : never

/** Languages the interface is complete in; Chinese is the source. */
export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

/** What travels to a function: `wx.cloud.callFunction({ name, data: Request })`. */
export interface Request {
  action: string
  input: unknown
  language?: Language
  /** 8 to 64 letters, digits, `-` or `_`; the same key gives the same answer again. */
  once?: string
}

/** A problem with one field of the input; `path` is dotted, `reason` a valibot issue type. */
export interface FieldProblem {
  path: string
  reason: string
}

/** A failure on the wire: a code and data, never a sentence. */
export type Failure<D extends ActionDefinition> =
  | { code: Exclude<CommonError, 'INVALID_INPUT'>; detail?: undefined }
  | { code: 'INVALID_INPUT'; detail: FieldProblem[] }
  | { [C in DeclaredErrorOf<D>]: { code: C; detail: DetailOf<D, C> } }[DeclaredErrorOf<D>]

/** What comes back from a function. */
export type Reply<D extends ActionDefinition> =
  | { ok: true; data: OutputOf<D>; requestId: string }
  | { ok: false; error: Failure<D>; requestId: string }
