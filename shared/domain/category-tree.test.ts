import { expect, test } from '@jest/globals'
import { categoryPath } from './category-tree'

const tree = [
  { id: 'tea' },
  { id: 'green', parentId: 'tea' },
  { id: 'spring', parentId: 'green' },
  { id: 'a', parentId: 'b' },
  { id: 'b', parentId: 'a' },
]

test.each([
  ['spring', ['spring', 'green', 'tea']],
  ['tea', ['tea']],
  ['a', ['a', 'b']],
  ['gone', ['gone']],
])('above %p', (id, path) => {
  expect(categoryPath(tree, id)).toEqual(path)
})
