/** What the suite uses of `wx-server-sdk`, whose own types say less. */

type Fields = Record<string, unknown>

/** A document; the suite knows what it put in. */
// The tests look into documents of many shapes; unknown would put a cast on every line.
type AnyDoc = Record<string, never> & { _id: string }

interface Query {
  where(condition: object): Query
  orderBy(field: string, order: 'asc' | 'desc'): Query
  limit(count: number): Query
  skip(count: number): Query
  field(fields: Fields): Query
  get(): Promise<{ data: AnyDoc[]; errMsg: string }>
  count(): Promise<{ total: number }>
  update(options: { data: object; multi?: boolean }): Promise<{ stats: { updated: number } }>
  remove(options?: { multi?: boolean }): Promise<{ stats: { removed: number } }>
}

interface Document {
  field(fields: Fields): Document
  get(): Promise<{ data: AnyDoc; errMsg: string }>
  set(options: { data: object }): Promise<{
    _id: string
    stats: { updated: number; created: number }
  }>
  update(options: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

interface Collection extends Query {
  doc(id: string | number): Document
  add(options: { data: object }): Promise<{ _id: string; _ids: string[]; errMsg: string }>
  aggregate(): Aggregate
}

export interface Aggregate {
  match(value: object): Aggregate
  group(value: object): Aggregate
  sort(value: object): Aggregate
  limit(value: number): Aggregate
  skip(value: number): Aggregate
  project(value: object): Aggregate
  unwind(value: string): Aggregate
  lookup(value: object): Aggregate
  geoNear(value: object): Aggregate
  count(name: string): Aggregate
  end(): Promise<{ list: Fields[] }>
  done(): unknown
}

export interface Transaction {
  collection(name: string): Collection
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}

/** A command that other commands can be joined to. */
interface Condition {
  and(...others: unknown[]): Condition
  or(...others: unknown[]): Condition
}

type Commands = Record<
  | 'eq'
  | 'neq'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'in'
  | 'nin'
  | 'and'
  | 'or'
  | 'nor'
  | 'not'
  | 'exists'
  | 'size'
  | 'all'
  | 'elemMatch'
  | 'mod'
  | 'expr'
  | 'geoNear'
  | 'geoWithin'
  | 'geoIntersects',
  (...values: unknown[]) => Condition
>

type Updates = Record<
  | 'set'
  | 'remove'
  | 'inc'
  | 'mul'
  | 'min'
  | 'max'
  | 'push'
  | 'pop'
  | 'shift'
  | 'unshift'
  | 'addToSet'
  | 'pull'
  | 'pullAll'
  | 'rename',
  (...values: unknown[]) => unknown
>

export interface Database {
  command: Commands & Updates & { aggregate: Record<string, (...values: unknown[]) => never> }
  Geo: {
    Point(longitude: number, latitude: number): object
    LineString(points: object[]): object
    Polygon(lines: object[]): object
  }
  RegExp(options: { regexp: string; options?: string }): unknown
  serverDate(options?: { offset: number }): unknown
  collection(name: string): Collection
  createCollection(name: string): Promise<{ errMsg: string }>
  startTransaction(): Promise<Transaction>
  runTransaction<T>(run: (transaction: Transaction) => Promise<T>, retries?: number): Promise<T>
}

/** An error as the SDK throws it. */
export interface SdkError {
  errCode: number
  errMsg: string
}

/** The error that a call ends with; fails the test if it ends well. */
export async function errorOf(call: Promise<unknown>): Promise<SdkError> {
  try {
    await call
  } catch (error) {
    return error as SdkError
  }
  throw new Error('the call was expected to fail')
}
