import { describe, expect, test } from '@jest/globals'
import { compileQuery } from './matcher'
import { ObjectId, type Doc, type Value } from './value'

/** Cases with what MongoDB itself answers. */
const cases: [string, Value, Doc, boolean][] = [
  ['equality of text', 'a', { f: 'a' }, true],
  ['equality of an element', ['a', 'b'], { f: 'a' }, true],
  ['equality of a whole array', ['a', 'b'], { f: ['a', 'b'] }, true],
  ['another order of an array', ['b', 'a'], { f: ['a', 'b'] }, false],
  ['an array within an array', [['a', 'b']], { f: ['a', 'b'] }, true],
  ['equality of an object', { x: 1, y: 2 }, { f: { x: 1, y: 2 } }, true],
  ['another order of fields', { y: 2, x: 1 }, { f: { x: 1, y: 2 } }, false],
  ['a number is no text', 1, { f: '1' }, false],
  ['a date', new Date(5), { f: new Date(5) }, true],
  ['an id', new ObjectId('a0'.repeat(12)), { f: new ObjectId('a0'.repeat(12)) }, true],
  ['a path through an array', [{ x: 1 }, { x: 2 }], { 'f.x': 2 }, true],
  ['a path by position', [{ x: 1 }, { x: 2 }], { 'f.0.x': 2 }, false],
  ['a position', ['a', 'b'], { 'f.1': 'b' }, true],
  ['a path through a scalar', 5, { 'f.x': null }, true],
  ['a missing field is null', {}, { 'f.x': null }, true],
  ['an element without the field is null', [{ x: 1 }, {}], { 'f.x': null }, true],
  ['an empty array is not null', [], { f: null }, false],
  ['inherited names are no fields', {}, { 'f.constructor': { $exists: true } }, false],
  ['$ne against an element', ['a', 'b'], { f: { $ne: 'a' } }, false],
  ['$ne against a missing field', {}, { 'f.x': { $ne: 1 } }, true],
  ['$nin against a missing field', {}, { 'f.x': { $nin: [1, null] } }, false],
  ['$in with a pattern', 'apple', { f: { $in: [/^ap/] } }, true],
  ['$gt by an element', [1, 9], { f: { $gt: 5 } }, true],
  ['$gt and $lt by two elements', [1, 9], { f: { $gt: 5, $lt: 3 } }, true],
  ['$elemMatch by one element', [1, 9], { f: { $elemMatch: { $gt: 5, $lt: 3 } } }, false],
  ['$elemMatch of objects', [{ x: 1, y: 5 }], { f: { $elemMatch: { x: 1, y: { $gt: 4 } } } }, true],
  ['$elemMatch of no array', { x: 1 }, { f: { $elemMatch: { x: 1 } } }, false],
  ['$elemMatch of scalars by a field', [1, 2], { f: { $elemMatch: { x: 1 } } }, false],
  ['$gt of another type', '9', { f: { $gt: 5 } }, false],
  ['$lt and a missing field', {}, { 'f.x': { $lt: 5 } }, false],
  ['$gte null', {}, { 'f.x': { $gte: null } }, true],
  ['$gt null', null, { f: { $gt: null } }, false],
  ['NaN equals itself', NaN, { f: NaN }, true],
  ['NaN is no number to compare', NaN, { f: { $lt: 5 } }, false],
  ['$not of a comparison', 'text', { f: { $not: { $gt: 5 } } }, true],
  ['$not of a pattern', 'apple', { f: { $not: /^ap/ } }, false],
  ['$exists of null', null, { f: { $exists: true } }, true],
  ['$exists of nothing', {}, { 'f.x': { $exists: false } }, true],
  ['$type by name', 5, { f: { $type: 'int' } }, true],
  ['$type number', 5.5, { f: { $type: 'number' } }, true],
  ['$type by number', 'a', { f: { $type: 2 } }, true],
  ['$type of an element', ['a'], { f: { $type: 'string' } }, true],
  ['$type array', ['a'], { f: { $type: 'array' } }, true],
  ['$size', [1, 2], { f: { $size: 2 } }, true],
  ['$size of no array', 2, { f: { $size: 2 } }, false],
  ['$all', ['a', 'b', 'c'], { f: { $all: ['a', 'c'] } }, true],
  ['$all of one value', 'a', { f: { $all: ['a'] } }, true],
  ['$all of nothing', ['a'], { f: { $all: [] } }, false],
  ['$mod', 7, { f: { $mod: [4, 3] } }, true],
  ['$mod of a fraction', 7.9, { f: { $mod: [4, 3] } }, true],
  ['$mod of a negative', -7, { f: { $mod: [4, -3] } }, true],
  ['$regex with options', 'Apple', { f: { $regex: '^ap', $options: 'i' } }, true],
  ['a pattern over lines', 'a\nb', { f: { $regex: '^b', $options: 'm' } }, true],
  ['$expr', 5, { $expr: { $gt: ['$f', 4] } }, true],
  ['$nor', 5, { $nor: [{ f: 4 }, { f: 6 }] }, true],
  ['$or', 5, { $or: [{ f: 4 }, { f: 5 }] }, true],
]

describe('a query', () => {
  test.each(cases)('knows %s', (_name, f, query, expected) => {
    expect(compileQuery(query)({ f })).toBe(expected)
  })

  test.each<[Doc, string]>([
    [{ f: { $near: 1 } }, 'unknown operator: $near'],
    [{ $where: 'true' }, 'unknown top level operator: $where'],
    [{ $and: [] }, '$and must be a nonempty array'],
    [{ $or: [5] }, '$or entries need to be full objects'],
    [{ f: { $in: 5 } }, '$in needs an array'],
    [{ f: { $in: [{ $gt: 1 }] } }, 'cannot nest $ under $in'],
    [{ f: { $mod: [0, 1] } }, 'divisor cannot be 0'],
    [{ f: { $size: -1 } }, '$size'],
    [{ f: { $type: 'tea' } }, 'Unknown type name alias'],
    [{ f: { $not: 5 } }, '$not needs'],
    [{ f: { $gt: /a/ } }, "Can't have RegEx"],
    [{ f: { $options: 'i' } }, '$options needs a $regex'],
    [{ 'f..x': 1 }, 'a field path cannot be empty'],
  ])('refuses %j', (query, reason) => {
    expect(() => compileQuery(query)).toThrow(reason)
  })
})
