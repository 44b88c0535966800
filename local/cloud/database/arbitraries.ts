import fc from 'fast-check'
import { Binary, ObjectId, type Doc, type Value } from './value'

/** Values and documents for property tests; small ranges, so that equal ones are common. */

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer({ min: -3, max: 3 }),
  fc.double(),
  fc.constantFrom(0, -0, Infinity, -Infinity, NaN, 2 ** 53, -1e-300),
  fc.constantFrom('', 'a', 'ab', 'b', 'a\0', 'a\0b', '\0', '\ue000', '😀', 'é'),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
  fc.date({ noInvalidDate: true }),
  fc.constantFrom('00', 'ff', 'a0').map((byte) => new ObjectId(byte.repeat(12))),
  fc.constantFrom('', 'AA==', 'AAE=').map((base64) => new Binary(base64, '00')),
)

const fieldName = fc.constantFrom('a', 'b', 'c', 'k')

/** Any value a document can hold. */
export const anyValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fieldName, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value

/** Mostly numbers, so that conditions meet values of their own type. */
const plainScalar: fc.Arbitrary<Value> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 6 }) },
  { weight: 3, arbitrary: fc.constantFrom<Value>('', 'a', 'ab', 'abc', 'b', 'é') },
  { weight: 2, arbitrary: fc.constantFrom<Value>(null, true, new Date(0), new Date(5), NaN) },
)

const objectValue = fc.record({ x: plainScalar, y: plainScalar }, { requiredKeys: [] })

const flatValue: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: plainScalar },
  { weight: 1, arbitrary: objectValue },
)

const arrayValue: fc.Arbitrary<Value> = fc.oneof(
  fc.array(plainScalar, { maxLength: 3 }),
  fc.array(objectValue, { maxLength: 2 }),
)

const mixedValue: fc.Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: flatValue },
  { weight: 1, arbitrary: arrayValue },
)

/**
 * Documents with fields a, b and c, any of which may be missing, and an id of their own. Arrays
 * are in none of them, in one field, or in all, since indexes without arrays are used otherwise.
 */
export const documents: fc.Arbitrary<Doc[]> = fc.oneof(
  documentsOf({ a: flatValue, b: flatValue, c: flatValue }),
  documentsOf({ a: flatValue, b: mixedValue, c: flatValue }),
  documentsOf({ a: mixedValue, b: mixedValue, c: mixedValue }),
)

function documentsOf(fields: Record<string, fc.Arbitrary<Value>>): fc.Arbitrary<Doc[]> {
  return fc
    .array(fc.record(fields, { requiredKeys: [] }), { maxLength: 25 })
    .map((docs) => docs.map((doc, i): Doc => ({ _id: `d${String(i).padStart(2, '0')}`, ...doc })))
}

const path = fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c', 'a.x', '_id')

const operator: fc.Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: plainScalar },
  { weight: 1, arbitrary: fc.record({ $eq: plainScalar }) },
  { weight: 2, arbitrary: fc.record({ $in: fc.array(plainScalar, { maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ $ne: plainScalar }) },
  { weight: 1, arbitrary: fc.record({ $nin: fc.array(plainScalar, { maxLength: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ $gt: plainScalar }) },
  { weight: 2, arbitrary: fc.record({ $gte: plainScalar }) },
  { weight: 2, arbitrary: fc.record({ $lt: plainScalar }) },
  { weight: 2, arbitrary: fc.record({ $lte: plainScalar }) },
  { weight: 2, arbitrary: fc.record({ $gt: plainScalar, $lte: plainScalar }) },
  { weight: 1, arbitrary: fc.record({ $exists: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Value>(/^ab/, /^ab?/, { $regex: '^a' }, { $regex: '^ab*c?$' }),
  },
)

const idCondition: fc.Arbitrary<Value> = fc.constantFrom<Value>(
  'd03',
  { $in: ['d01', 'd07', 'd11'] },
  { $lt: 'd09' },
  { $gte: 'd05' },
)

const clause: fc.Arbitrary<Doc> = path.chain((name) =>
  (name === '_id' ? idCondition : operator).map((condition) => ({ [name]: condition })),
)

/** Queries as the SDK makes them: fields side by side, joined by and, or and nor. */
export const queries: fc.Arbitrary<Doc> = fc.letrec<{ query: Doc }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', maxDepth: 2 },
    clause,
    clause,
    fc.tuple(clause, clause).map(([left, right]) => ({ ...left, ...right })),
    fc.constant<Doc>({}),
    fc.array(tie('query'), { minLength: 1, maxLength: 3 }).map(($and) => ({ $and })),
    fc.array(tie('query'), { minLength: 1, maxLength: 3 }).map(($or) => ({ $or })),
    fc
      .tuple(clause, fc.array(tie('query'), { minLength: 1, maxLength: 2 }))
      .map(([first, $or]): Doc => ({ ...first, $or })),
    fc.array(clause, { minLength: 1, maxLength: 2 }).map(($nor) => ({ $nor })),
  ),
})).query

const direction = fc.constantFrom<1 | -1>(1, -1)

/** One to three fields, each with a direction, for indexes and sorts. */
export const directedFields = fc.uniqueArray(fc.tuple(path, direction), {
  minLength: 1,
  maxLength: 3,
  selector: ([name]) => name,
})
