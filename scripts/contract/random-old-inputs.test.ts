import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import * as v from 'valibot'
import { contract } from '../../shared/contract'
import type { ActionName } from '../../shared/contract'
import { inputOfShape } from './input-of-shape'
import { limitsOf, narrowed } from './limits'
import { readContract } from './read-contract'
import { releasedContract } from './released-contract'
import type { Shape } from './shape'

/** Before the first release today's contract stands for it. */
const released = Object.keys(releasedContract.read()).length
  ? releasedContract.read()
  : readContract()

/**
 * What is wrong with the form of an input. Its limits are another matter: a form does not say how
 * long a text may be.
 */
function formProblems(schema: v.GenericSchema, input: unknown): string[] {
  const { issues = [] } = v.safeParse(schema, input)
  return issues
    .filter(({ kind }) => kind === 'schema')
    .map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`)
}

const form = (schema: v.GenericSchema, shape: Shape) =>
  fc.assert(
    fc.property(inputOfShape(shape), (input) => {
      expect(formProblems(schema, input)).toEqual([])
    }),
    { numRuns: 60, seed: 20_260_321 },
  )

describe('what pages of the last release send', () => {
  test.each(Object.keys(released))('%s has a form that is still taken', (action) => {
    const definition = contract[action as ActionName]
    form(definition.input, released[action]!.input)
  })

  test('is within limits that nobody has narrowed', () => {
    const before = releasedContract.readLimits()
    const problems = Object.entries(before).flatMap(([action, limits]) =>
      narrowed(limits, limitsOf(contract[action as ActionName].input)).map(
        (problem) => `${action} ${problem}`,
      ),
    )
    expect(problems).toEqual([])
    for (const { input } of Object.values(contract))
      expect(narrowed(limitsOf(input), limitsOf(input))).toEqual([])
  })
})

describe('an old page is refused by', () => {
  const schema = v.strictObject({
    note: v.pipe(v.string(), v.maxLength(40)),
    way: v.optional(v.string()),
  })
  const shape = (fields: Record<string, Shape>): Shape => ({
    is: 'object',
    fields: Object.fromEntries(Object.entries(fields).map(([name, is]) => [name, { shape: is }])),
  })

  const isSaid = (text: string) => text !== ''
  /** Where a value may stand in an input, by the name of the place. */
  const places: Record<string, (value: v.GenericSchema) => v.GenericSchema> = {
    note: (note) => v.strictObject({ note }),
    'note.text': (text) => v.strictObject({ note: v.strictObject({ text }) }),
    way: (way) => v.strictObject({ way: v.optional(way) }),
    none: (none) => v.strictObject({ none: v.nullable(none) }),
    'lines[]': (line) => v.strictObject({ lines: v.array(line) }),
    'two[1]': (second) => v.strictObject({ two: v.strictTuple([v.string(), second]) }),
    'words{}': (word) => v.strictObject({ words: v.record(v.string(), word) }),
    '<mail>.to': (to) =>
      v.variant('part', [
        v.strictObject({ part: v.literal('phone'), number: v.string() }),
        v.strictObject({ part: v.literal('mail'), to }),
      ]),
  }

  test.each([
    ['a field that is required now', shape({})],
    [
      'a field that is not known any more',
      shape({ note: { is: 'string' }, old: { is: 'string' } }),
    ],
    ['another type', shape({ note: { is: 'number' } })],
  ])('%s, and the inputs show it', (_what, old) => {
    expect(() => form(schema, old)).toThrow()
  })

  test.each([
    ['a shorter text', v.pipe(v.string(), v.maxLength(20))],
    ['a longer least', v.pipe(v.string(), v.maxLength(40), v.minLength(2))],
    ['a pattern', v.pipe(v.string(), v.maxLength(40), v.regex(/^a/))],
    [
      'a rule of its own',
      v.pipe(
        v.string(),
        v.maxLength(40),
        v.check((text) => text !== ''),
      ),
    ],
  ])('%s, and the limits show it', (_what, note) => {
    const before = limitsOf(v.strictObject({ lines: v.array(schema) }))
    const now = limitsOf(v.strictObject({ lines: v.array(v.strictObject({ note })) }))
    expect(before['lines[].note']).toEqual({ max_length: 40 })
    expect(narrowed(before, now)).toEqual([expect.stringContaining('lines[].note')])
  })

  test.each([
    ['fewer in a list', v.array(v.string()), v.pipe(v.array(v.string()), v.maxLength(3))],
    [
      'more in a list',
      v.pipe(v.array(v.string()), v.minLength(1)),
      v.pipe(v.array(v.string()), v.minLength(2)),
    ],
    ['a lower most', v.pipe(v.number(), v.maxValue(99)), v.pipe(v.number(), v.maxValue(98))],
    ['a higher least', v.pipe(v.number(), v.minValue(0)), v.pipe(v.number(), v.minValue(1))],
    ['whole numbers', v.number(), v.pipe(v.number(), v.integer())],
    ['a lower bound', v.pipe(v.number(), v.ltValue(9)), v.pipe(v.number(), v.ltValue(8))],
    ['another length', v.pipe(v.string(), v.length(6)), v.pipe(v.string(), v.length(5))],
    [
      'another forbidden number',
      v.pipe(v.number(), v.notValue(0)),
      v.pipe(v.number(), v.notValue(-1)),
    ],
    ['another pattern', v.pipe(v.string(), v.regex(/^[ab]/)), v.pipe(v.string(), v.regex(/^a/))],
    [
      'a pattern before the one there was',
      v.pipe(v.string(), v.regex(/a/)),
      v.pipe(v.string(), v.regex(/b/), v.regex(/a/)),
    ],
    [
      'one more rule of its own',
      v.pipe(v.string(), v.check(isSaid)),
      v.pipe(v.string(), v.check(isSaid), v.check(isSaid)),
    ],
    [
      'a most within a wider one',
      v.pipe(v.string(), v.maxLength(40)),
      v.pipe(v.string(), v.maxLength(20), v.maxLength(40)),
    ],
    [
      'a most within one that stands alone',
      v.pipe(v.string(), v.maxLength(40)),
      v.pipe(v.pipe(v.string(), v.maxLength(20)), v.maxLength(40)),
    ],
    [
      'a least within a lower one',
      v.pipe(v.string(), v.minLength(1)),
      v.pipe(v.string(), v.minLength(2), v.minLength(1)),
    ],
  ])('%s, wherever it stands', (_what, before, now) => {
    for (const [at, around] of Object.entries(places)) {
      expect(Object.keys(limitsOf(around(before)))).toContain(at)
      expect(narrowed(limitsOf(around(before)), limitsOf(around(now)))).toEqual([
        expect.stringContaining(`${at} `),
      ])
      expect(narrowed(limitsOf(around(now)), limitsOf(around(now)))).toEqual([])
    }
  })

  test.each([
    ['a higher most', v.pipe(v.number(), v.maxValue(9)), v.pipe(v.number(), v.maxValue(10))],
    ['a lower least', v.pipe(v.number(), v.minValue(2)), v.pipe(v.number(), v.minValue(1))],
    ['no pattern', v.pipe(v.string(), v.regex(/a/)), v.string()],
    [
      'a rule of its own less',
      v.pipe(v.string(), v.check(isSaid), v.check(isSaid)),
      v.pipe(v.string(), v.check(isSaid)),
    ],
  ])('nothing for %s', (_what, before, now) => {
    for (const around of Object.values(places))
      expect(narrowed(limitsOf(around(before)), limitsOf(around(now)))).toEqual([])
  })

  test('nothing that only lets in more', () => {
    const now = v.strictObject({
      note: v.pipe(v.string(), v.maxLength(60)),
      more: v.optional(v.pipe(v.string(), v.maxLength(3))),
    })
    expect(narrowed(limitsOf(schema), limitsOf(now))).toEqual([])
    form(now, shape({ note: { is: 'string' } }))
  })
})
