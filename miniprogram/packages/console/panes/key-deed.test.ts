import { expect, test } from '@jest/globals'
import { deedOf } from './key-deed'

test('up and down move within the list', () => {
  expect(deedOf('ArrowDown', -1, 3)).toEqual({ kind: 'move', index: 0 })
  expect(deedOf('ArrowDown', 2, 3)).toEqual({ kind: 'move', index: 2 })
  expect(deedOf('ArrowUp', 2, 3)).toEqual({ kind: 'move', index: 1 })
  expect(deedOf('ArrowUp', -1, 3)).toEqual({ kind: 'move', index: 0 })
})

test('an empty list has nowhere to move', () => {
  expect(deedOf('ArrowDown', -1, 0)).toBeUndefined()
  expect(deedOf('ArrowUp', -1, 0)).toBeUndefined()
})

test('space selects what is shown, enter goes on, a slash searches', () => {
  expect(deedOf(' ', 1, 3)).toEqual({ kind: 'select' })
  expect(deedOf(' ', -1, 3)).toBeUndefined()
  expect(deedOf('Enter', 0, 3)).toEqual({ kind: 'enter' })
  expect(deedOf('/', 0, 3)).toEqual({ kind: 'search' })
  expect(deedOf('a', 0, 3)).toBeUndefined()
})
