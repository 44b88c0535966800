import { describe, expect, test } from '@jest/globals'
import { breakingChanges } from './compare-contracts'
import { readContract } from './read-contract'
import { releasedContract } from './released-contract'
import type { ActionShape, Field, Shape } from './shape'

const text: Shape = { is: 'string' }
const count: Shape = { is: 'number' }
const word = (value: string | number | boolean): Shape => ({ is: 'literal', value })
const oneOf = (...of: Shape[]): Shape => ({ is: 'oneOf', of })
const listOf = (of: Shape): Shape => ({ is: 'list', of })
const maybe = (shape: Shape): Field => ({ shape, optional: true })
const object = (fields: Record<string, Shape | Field>): Shape => ({
  is: 'object',
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      'shape' in field ? field : { shape: field },
    ]),
  ),
})

const record = (of: Shape): Shape => ({ is: 'record', of })
const anything: Shape = { is: 'anything' }
const nothingAtAll: Shape = { is: 'nothing' }
/** What a list holds that is always empty. */
const never = oneOf()
const again: Shape = { is: 'again', name: 'Category' }
const kind = (name: string, fields: Record<string, Shape>) =>
  object({ kind: word(name), ...fields })
const phone = kind('phone', { number: text })
const mail = kind('mail', { address: text })

const nothing = object({})
const changed = (before: Partial<ActionShape>, now: Partial<ActionShape>): string[] => {
  const usual: ActionShape = { access: 'member', input: nothing, output: nothing, errors: [] }
  return breakingChanges({ 'a.b': { ...usual, ...before } }, { 'a.b': { ...usual, ...now } })
}
const input = (before: Shape, now: Shape) => changed({ input: before }, { input: now })
const output = (before: Shape, now: Shape) => changed({ output: before }, { output: now })

describe('old pages with new functions', () => {
  test('live on when inputs ask for no more and outputs give no less', () => {
    expect(input(object({ id: text }), object({ id: text, note: maybe(text) }))).toEqual([])
    expect(
      input(object({ tab: word('all') }), object({ tab: oneOf(word('all'), word('x')) })),
    ).toEqual([])
    expect(input(object({ id: text }), object({ id: maybe(text) }))).toEqual([])
    expect(output(object({ id: text }), object({ id: text, more: count }))).toEqual([])
    expect(output(object({ id: maybe(text) }), object({ id: text }))).toEqual([])
    expect(
      output(
        object({ state: word('paid') }),
        object({ state: oneOf(word('paid'), word('ready')) }),
      ),
    ).toEqual([])
    expect(output(listOf(object({ id: text })), listOf(object({ id: text, of: text })))).toEqual([])
    expect(changed({ access: 'member' }, { access: 'visitor' })).toEqual([])
    expect(changed({ access: 'clerk' }, { access: 'clerk owner' })).toEqual([])
  })

  test.each([
    ['a required input is added', input(nothing, object({ id: text })), 'input.id is required now'],
    [
      'an input becomes required',
      input(object({ id: maybe(text) }), object({ id: text })),
      'input.id is required now',
    ],
    ['an input is refused', input(object({ id: text }), nothing), 'input.id is not taken any more'],
    [
      'a choice is gone',
      input(object({ tab: oneOf(word('a'), word('b')) }), object({ tab: word('a') })),
      'no longer takes b',
    ],
    [
      'an input changes its kind',
      input(object({ n: text }), object({ n: count })),
      'input.n: string is not number',
    ],
    ['an output is gone', output(object({ id: text }), nothing), 'output.id is not always there'],
    [
      'an output may be missing',
      output(object({ id: text }), object({ id: maybe(text) })),
      'output.id is not always there',
    ],
    [
      'an output changes its kind',
      output(object({ n: text }), object({ n: count })),
      'output.n: number is not string',
    ],
    [
      'something deep is gone',
      output(listOf(object({ a: object({ b: text }) })), listOf(object({ a: nothing }))),
      'output[].a.b',
    ],
    [
      'fewer may call it',
      changed({ access: 'visitor' }, { access: 'member' }),
      'for "member" only',
    ],
    [
      'a role may not any more',
      changed({ access: 'clerk owner' }, { access: 'owner' }),
      'for "owner" only',
    ],
  ])('break when %s', (_what, problems, said) => {
    expect(problems).toEqual([expect.stringContaining(said)])
  })

  test.each([
    ['a word of a choice is new', word('a'), oneOf(word('a'), word('b'))],
    ['a choice becomes any text', oneOf(word('a'), word('b')), text],
    ['a fixed number becomes any', word(1), count],
    ['anything is taken', listOf(text), anything],
    ['another type is taken too', text, oneOf(text, count)],
    ['a member of a union is new', oneOf(phone, mail), oneOf(phone, mail, kind('none', {}))],
    ['one kind becomes one of two', phone, oneOf(phone, mail)],
    [
      'a member of a union asks for less',
      oneOf(phone, mail),
      oneOf(object({ kind: word('phone'), number: maybe(text) }), mail),
    ],
    ['a list is taken as it was', listOf(listOf(text)), listOf(listOf(text))],
    ['what never is there gets a type', object({ a: maybe(never) }), object({ a: maybe(text) })],
    ['it contains itself', again, again],
  ])('live on in inputs when %s', (_what, before, now) => {
    expect(input(before, now)).toEqual([])
    expect(input(listOf(before), listOf(now))).toEqual([])
    expect(input(record(before), record(now))).toEqual([])
  })

  test.each([
    ['a word of a choice is gone', oneOf(word('a'), word('b')), word('a'), 'takes b'],
    ['a fixed number is another', word(1), word(2), 'no longer takes 1'],
    ['any text becomes a choice', text, oneOf(word('a'), word('b')), 'string is not "a" | "b"'],
    ['any text becomes one word', text, word('a'), 'string is not "a"'],
    ['any number becomes a fixed one', count, word(1), 'number is not 1'],
    ['a word becomes a number', word('a'), count, '"a" is not number'],
    ['a number becomes a text', word(1), text, '1 is not string'],
    ['yes and no becomes yes', { is: 'boolean' }, word(true), 'boolean is not true'],
    ['null is not taken', oneOf({ is: 'null' }, text), text, 'null is not string'],
    ['anything becomes something', anything, text, 'anything is not string'],
    ['a type of two is gone', oneOf(text, count), text, 'number is not string'],
    ['one becomes a list', text, listOf(text), 'string is not list'],
    ['a list becomes one', listOf(text), text, 'list is not string'],
    ['what a list holds is another', listOf(text), listOf(count), '[]: string is not number'],
    ['what a record holds is another', record(text), record(count), '[]: string is not number'],
    ['an object becomes a record', object({ a: text }), record(text), 'object is not record'],
    ['a record becomes an object', record(text), object({}), 'record is not object'],
    ['a field changes its kind', object({ n: text }), object({ n: count }), '.n: string is not'],
    [
      'an optional field changes its kind',
      object({ n: maybe(text) }),
      object({ n: maybe(count) }),
      '.n:',
    ],
    [
      'an optional field is gone',
      object({ n: maybe(text) }),
      object({}),
      '.n is not taken any more',
    ],
    [
      'an optional field is required',
      object({ n: maybe(text) }),
      object({ n: text }),
      '.n is required',
    ],
    ['a field is required', object({}), object({ n: text }), '.n is required now'],
    [
      'a field of a field is gone',
      object({ a: object({ n: text }) }),
      object({ a: object({}) }),
      '.a.n is not taken',
    ],
    ['a member of a union is gone', oneOf(phone, mail), phone, 'no longer takes mail'],
    [
      'one of three members is gone',
      oneOf(phone, mail, kind('none', {})),
      oneOf(phone, mail),
      'object is not object | object',
    ],
    [
      'a member of a union asks for more',
      oneOf(phone, mail),
      oneOf(phone, kind('mail', { address: text, name: text })),
      '.name is required now',
    ],
    [
      'a member of a union takes less',
      oneOf(phone, mail),
      oneOf(phone, kind('mail', {})),
      '.address is not taken',
    ],
    [
      'a member changes a field',
      oneOf(phone, mail),
      oneOf(phone, kind('mail', { address: count })),
      '.address: string is not number',
    ],
    [
      'an object is not taken beside a text',
      oneOf(text, object({})),
      oneOf(text, count),
      'object is not string | number',
    ],
    [
      'a list is not taken beside a text',
      oneOf(text, listOf(text)),
      oneOf(text, listOf(count)),
      '[]: string is not number',
    ],
  ] as [string, Shape, Shape, string][])('break in inputs when %s', (_what, before, now, said) => {
    const found = (problems: string[]) =>
      expect(problems).toContainEqual(expect.stringContaining(said))
    found(input(before, now))
    found(input(listOf(before), listOf(now)))
    found(input(record(before), record(now)))
    found(input(object({ deep: maybe(before) }), object({ deep: maybe(now) })))
  })

  test.each([
    ['a word is new', word('a'), oneOf(word('a'), word('b'))],
    [
      'a word is new beside null',
      oneOf({ is: 'null' }, word('a')),
      oneOf({ is: 'null' }, word('b')),
    ],
    ['a word is gone', oneOf(word('a'), word('b')), word('a')],
    ['any text becomes a word', text, word('a')],
    ['null is no more', oneOf({ is: 'null' }, text), text],
    ['an optional field is gone', object({ n: maybe(text) }), object({})],
    ['a field is new', object({}), object({ n: text })],
    ['a kind is new', oneOf(phone, mail), oneOf(phone, mail, kind('none', {}))],
    ['a kind is gone', oneOf(phone, mail), phone],
    ['a kind is new beside null', oneOf({ is: 'null' }, phone), mail],
    [
      'a kind says more',
      oneOf(phone, mail),
      oneOf(phone, kind('mail', { address: text, name: text })),
    ],
    ['anything was counted on', anything, listOf(text)],
    ['nothing was counted on', nothingAtAll, object({ id: text })],
    ['a list is always empty', listOf(text), listOf(never)],
    ['it contains itself', again, again],
  ] as [string, Shape, Shape][])('live on with answers when %s', (_what, before, now) => {
    expect(output(before, now)).toEqual([])
    expect(output(listOf(before), listOf(now))).toEqual([])
    expect(output(record(before), record(now))).toEqual([])
  })

  test.each([
    ['it may be missing', text, oneOf(nothingAtAll, text), 'nothing is not string'],
    ['it may be null', text, oneOf({ is: 'null' }, text), 'null is not string'],
    [
      'one kind may be null',
      oneOf(phone, mail),
      oneOf({ is: 'null' }, phone),
      'null is not object',
    ],
    ['a word becomes any text', word('a'), text, 'string is not "a"'],
    ['a choice becomes any text', oneOf(word('a'), word('b')), text, 'string is not "a" | "b"'],
    ['a word becomes a number', word('a'), word(1), '1 is not "a"'],
    ['a choice becomes numbers', oneOf(word('a'), word('b')), word(1), '1 is not "a"'],
    ['a text becomes a fixed number', text, word(1), '1 is not string'],
    ['a number becomes a word', count, word('a'), '"a" is not number'],
    ['a text may be a number', text, oneOf(text, count), 'number is not string'],
    ['something becomes anything', text, anything, 'anything is not string'],
    ['one becomes a list', text, listOf(text), 'list is not string'],
    [
      'a text becomes an object',
      oneOf(text, count),
      object({ a: text }),
      'object is not string | number',
    ],
    [
      'an object beside null becomes a text',
      oneOf({ is: 'null' }, object({})),
      text,
      'string is not null | object',
    ],
    ['what a list holds is another', listOf(text), listOf(count), '[]: number is not string'],
    ['what a record holds is another', record(text), record(count), '[]: number is not string'],
    ['a field is gone', object({ n: text }), object({}), '.n is not always there any more'],
    [
      'a field may be missing',
      object({ n: text }),
      object({ n: maybe(text) }),
      '.n is not always there',
    ],
    [
      'a field is never there',
      object({ n: text }),
      object({ n: maybe(nothingAtAll) }),
      '.n is not always',
    ],
    [
      'a field changes its kind',
      object({ n: text }),
      object({ n: count }),
      '.n: number is not string',
    ],
    [
      'an optional field changes its kind',
      object({ n: maybe(text) }),
      object({ n: count }),
      '.n: number',
    ],
    [
      'a kind says less',
      oneOf(phone, mail),
      oneOf(phone, kind('mail', {})),
      '.address is not always there',
    ],
    [
      'a kind says something else',
      oneOf(phone, mail),
      oneOf(phone, kind('mail', { address: count })),
      '.address: number is not string',
    ],
    ['a new kind is without a field', phone, oneOf(phone, mail), '.number is not always there'],
  ] as [string, Shape, Shape, string][])(
    'break with answers when %s',
    (_what, before, now, said) => {
      const found = (problems: string[]) =>
        expect(problems).toContainEqual(expect.stringContaining(said))
      found(output(before, now))
      found(output(listOf(before), listOf(now)))
      found(output(record(before), record(now)))
      found(output(object({ deep: before }), object({ deep: now })))
    },
  )

  test.each([
    ['visitor', 'visitor', true],
    ['visitor', 'member', false],
    ['visitor', 'clerk', false],
    ['member', 'visitor', true],
    ['member', 'member', true],
    ['member', 'clerk owner', false],
    ['clerk', 'visitor', true],
    ['clerk', 'member', true],
    ['clerk', 'clerk', true],
    ['clerk', 'owner', false],
    ['clerk', 'clerk owner', true],
    ['clerk owner', 'clerk', false],
    ['clerk owner', 'clerk manager', false],
    ['clerk owner', 'clerk manager owner', true],
  ])('for %s, now for %s: everybody may still call it: %s', (before, now, may) => {
    const told = [`a.b is now for "${now}" only, before for "${before}"`]
    expect(changed({ access: before }, { access: now })).toEqual(may ? [] : told)
  })

  test('say of two forms that could be meant only how the nearer one differs', () => {
    const before = object({ a: text, b: text })
    const far = object({ a: count, c: text, d: text })
    const near = object({ a: text, b: count })
    for (const now of [oneOf(far, near), oneOf(near, far)])
      expect(input(before, now)).toEqual(['a.b input.b: string is not number'])
    expect(input(word('a'), oneOf(text, count))).toEqual([])
    const anyKind = object({ kind: text, number: count })
    for (const [now, said] of [
      [oneOf(text, anyKind), 'a.b input.number: string is not number'],
      [oneOf(text, mail), 'a.b input: object is not string | object'],
    ] as const)
      expect(input(phone, now)).toEqual([said])
  })

  test('break when nothing comes any more', () => {
    expect(output(object({ id: text }), nothingAtAll)).toEqual([
      'a.b output: nothing is not object',
    ])
  })

  test('break when what was read becomes a write: they send no once-key with it', () => {
    expect(changed({}, { write: true })).toEqual(['a.b needs a once-key now'])
    expect(changed({ write: true }, { write: true })).toEqual([])
    expect(changed({ write: true }, {})).toEqual([])
  })

  test('break when an action is gone', () => {
    expect(
      breakingChanges(
        { 'a.b': { access: 'member', input: nothing, output: nothing, errors: [] } },
        {},
      ),
    ).toEqual(['a.b is gone'])
  })

  test('of the last release live on with this contract', () => {
    const current = readContract()
    expect(Object.keys(current).length).toBeGreaterThan(20)
    expect(breakingChanges(releasedContract.read(), current)).toEqual([])
    expect(breakingChanges(current, current)).toEqual([])
  })
})
