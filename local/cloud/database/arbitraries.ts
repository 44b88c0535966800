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

const plainScalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom(null, true, false),
  fc.integer({ min: 0, max: 6 }),
  fc.constantFrom('', 'a', 'ab', 'abc', 'b', 'é'),
  fc.constantFrom(new Date(0), new Date(5), NaN),
)

const documentValue: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: plainScalar },
  { weight: 1, arbitrary: fc.array(plainScalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ x: plainScalar, y: plainScalar }, { requiredKeys: [] }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.record({ x: plainScalar }, { requiredKeys: [] }), { maxLength: 2 }),
  },
)

/** Documents with fields a, b and c, any of which may be missing, and an id of their own. */
export const documents: fc.Arbitrary<Doc[]> = fc
  .array(
    fc.record({ a: documentValue, b: documentValue, c: documentValue }, { requiredKeys: [] }),
    {
      maxLength: 25,
    },
  )
  .map((docs) => docs.map((doc, i): Doc => ({ _id: `d${String(i).padStart(2, '0')}`, ...doc })))

const path = fc.constantFrom('a', 'b', 'c', 'a.x', 'b.x', '_id')

const operator: fc.Arbitrary<Doc> = fc.oneof(
  fc.record({ $eq: plainScalar }),
  fc.record({ $ne: plainScalar }),
  fc.record({ $in: fc.array(plainScalar, { maxLength: 3 }) }),
  fc.record({ $nin: fc.array(plainScalar, { maxLength: 2 }) }),
  fc.record({ $gt: plainScalar }),
  fc.record({ $gte: plainScalar }),
  fc.record({ $lt: plainScalar }),
  fc.record({ $lte: plainScalar }),
  fc.record({ $gte: plainScalar, $lt: plainScalar }),
  fc.record({ $exists: fc.boolean() }),
  fc.constantFrom<Doc>({ $regex: '^a' }, { $regex: '^ab?' }, { $regex: '^a', $options: 'i' }),
)

const clause: fc.Arbitrary<Doc> = fc
  .tuple(path, fc.oneof(plainScalar, operator, fc.constant(/^ab/)))
  .map(([name, condition]) => ({ [name]: condition }))

/** Queries as the SDK makes them: fields side by side, joined by and, or and nor. */
export const queries: fc.Arbitrary<Doc> = fc.letrec<{ query: Doc }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', maxDepth: 2 },
    clause,
    fc.tuple(clause, clause).map(([left, right]) => ({ ...left, ...right })),
    fc.constant({}),
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
