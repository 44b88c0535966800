import fc from 'fast-check'
import type { GenericSchema } from 'valibot'

/** What is read of a schema here; valibot keeps more. */
interface SchemaShape {
  type: string
  entries?: Record<string, SchemaShape>
  item?: SchemaShape
  wrapped?: SchemaShape
  /** Of a record. */
  value?: SchemaShape
  options?: readonly unknown[]
  literal?: unknown
}

/** Texts and numbers that mean something, by the name of the field they belong in. */
export type KnownValues = Readonly<Record<string, readonly (string | number)[]>>

const nasty: unknown[] = [
  null,
  undefined,
  '',
  ' ',
  'x'.repeat(20_000),
  '茶'.repeat(5_000),
  '\u0000\u0007',
  '\ud800',
  '../../etc/passwd',
  '{"$gt":""}',
  '__proto__',
  "'; drop table orders; --",
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 1,
  NaN,
  true,
  [],
  {},
  { $gt: '' },
  { $inc: 1 },
  [[]],
  { constructor: { prototype: {} } },
]

/** What inputs are made of; tame ones have everything in its place. */
interface Ground {
  values: KnownValues
  isTame: boolean
}

/**
 * Inputs for a schema: its own shape filled with known texts and numbers near the limits. Half of
 * them have each in its place, so that large ones come through, too; the others have now and then
 * anything at all, missing and unknown keys.
 */
export const arbitraryInput = (schema: GenericSchema, values: KnownValues): fc.Arbitrary<unknown> =>
  fc.oneof(
    tameInput(schema, values),
    valueOf(schema as unknown as SchemaShape, { values, isTame: false }, ''),
  )

/** Inputs with everything in its place, for a schema or what has its form. */
export const tameInput = (schema: object, values: KnownValues): fc.Arbitrary<unknown> =>
  valueOf(schema as SchemaShape, { values, isTame: true }, '')

const valueOf = (schema: SchemaShape, known: Ground, name: string): fc.Arbitrary<unknown> =>
  known.isTame
    ? shapedOf(schema, known, name)
    : fc.oneof(
        { weight: 20, arbitrary: shapedOf(schema, known, name) },
        { weight: 1, arbitrary: fc.constantFrom(...nasty) },
      )

function shapedOf(schema: SchemaShape, known: Ground, name: string): fc.Arbitrary<unknown> {
  switch (schema.type) {
    case 'string':
      return textFor(name, known)
    case 'number':
      return numberFor(name, known)
    case 'boolean':
      return fc.boolean()
    case 'picklist':
      return fc.constantFrom(...(schema.options ?? []))
    case 'literal':
      return fc.constant(schema.literal)
    case 'optional':
    case 'exact_optional':
      return fc.oneof(
        { weight: 2, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: valueOf(schema.wrapped!, known, name) },
      )
    case 'record':
      return fc.dictionary(textFor(name, known), valueOf(schema.value!, known, name), {
        maxKeys: 3,
      })
    case 'array':
      // Mostly one: of several, one alone can spoil all of it.
      return fc.oneof(
        { weight: 3, arbitrary: fc.array(valueOf(schema.item!, known, name), fewest(1, 1)) },
        { weight: 1, arbitrary: fc.array(valueOf(schema.item!, known, name), fewest(0, 3)) },
      )
    case 'variant':
    case 'union':
      return fc.oneof(
        ...(schema.options as SchemaShape[]).map((option) => shapedOf(option, known, name)),
      )
    case 'strict_object':
      return objectOf(schema.entries ?? {}, known)
    default:
      throw new Error(`no inputs for a schema of type ${schema.type}`)
  }
}

const fewest = (minLength: number, maxLength: number) => ({ minLength, maxLength })

function textFor(name: string, known: Ground): fc.Arbitrary<string> {
  const all = textsIn(Object.values(known.values).flat())
  const own = textsIn(known.values[name] ?? [])
  if (known.isTame && own.length > 0) return fc.constantFrom(...own)
  return fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...(own.length > 0 ? own : all)) },
    { weight: 1, arbitrary: fc.constantFrom(...all) },
  )
}

function numberFor(name: string, known: Ground): fc.Arbitrary<number> {
  const own = (known.values[name] ?? []).filter((value) => typeof value === 'number')
  const anyOne = fc.constantFrom(1, 2, 3, 98, 99, 100, 0, -5)
  if (own.length === 0) return anyOne
  return fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...own) },
    { weight: 1, arbitrary: anyOne },
  )
}

const textsIn = (values: readonly (string | number)[]) =>
  values.filter((value) => typeof value === 'string')

function objectOf(entries: Record<string, SchemaShape>, known: Ground) {
  const fields = Object.fromEntries(
    Object.entries(entries).map(([name, child]) => [name, valueOf(child, known, name)]),
  )
  const whole = fc.record(fields)
  if (known.isTame) return whole
  const unknownKey = fc.constantFrom('openId', 'priceFen', '$where', '__proto__')
  return fc.oneof(
    { weight: 20, arbitrary: whole },
    { weight: 1, arbitrary: fc.record(fields, { requiredKeys: [] }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(whole, unknownKey, fc.constantFrom(...nasty))
        .map(([value, key, extra]) => Object.defineProperty({ ...value }, key, propertyOf(extra))),
    },
  )
}

/** An own property, also when it is called `__proto__`. */
const propertyOf = (value: unknown): PropertyDescriptor => ({
  value,
  enumerable: true,
  configurable: true,
  writable: true,
})
