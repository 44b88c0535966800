import fc from 'fast-check'
import type { GenericSchema } from 'valibot'

/** What is read of a schema here; valibot keeps more. */
interface SchemaShape {
  type: string
  entries?: Record<string, SchemaShape>
  item?: SchemaShape
  wrapped?: SchemaShape
  options?: readonly unknown[]
  literal?: unknown
}

/** Texts that mean something, by the name of the field they belong in. */
export type KnownTexts = Readonly<Record<string, readonly string[]>>

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

/**
 * Inputs for a schema: its own shape filled with known texts and numbers near the limits, mostly
 * each in its place; now and then with anything at all, missing and unknown keys.
 */
export const arbitraryInput = (schema: GenericSchema, known: KnownTexts): fc.Arbitrary<unknown> =>
  valueOf(schema as unknown as SchemaShape, known, '')

const valueOf = (schema: SchemaShape, known: KnownTexts, name: string): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 20, arbitrary: shapedOf(schema, known, name) },
    { weight: 1, arbitrary: fc.constantFrom(...nasty) },
  )

function shapedOf(schema: SchemaShape, known: KnownTexts, name: string): fc.Arbitrary<unknown> {
  switch (schema.type) {
    case 'string':
      return textFor(name, known)
    case 'number':
      return fc.constantFrom(1, 2, 3, 98, 99, 100, 0, -5)
    case 'boolean':
      return fc.boolean()
    case 'picklist':
      return fc.constantFrom(...(schema.options ?? []))
    case 'literal':
      return fc.constant(schema.literal)
    case 'optional':
      return fc.option(valueOf(schema.wrapped!, known, name), { nil: undefined, freq: 2 })
    case 'array':
      return fc.array(valueOf(schema.item!, known, name), { maxLength: 3 })
    case 'variant':
      return fc.oneof(
        ...(schema.options as SchemaShape[]).map((option) => shapedOf(option, known, name)),
      )
    case 'strict_object':
      return objectOf(schema.entries ?? {}, known)
    default:
      throw new Error(`no inputs for a schema of type ${schema.type}`)
  }
}

function textFor(name: string, known: KnownTexts): fc.Arbitrary<string> {
  const all = Object.values(known).flat()
  return fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...(known[name] ?? all)) },
    { weight: 1, arbitrary: fc.constantFrom(...all) },
  )
}

function objectOf(entries: Record<string, SchemaShape>, known: KnownTexts) {
  const fields = Object.fromEntries(
    Object.entries(entries).map(([name, child]) => [name, valueOf(child, known, name)]),
  )
  const whole = fc.record(fields)
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
