import { expect, test } from '@jest/globals'
import { EventChannel } from './event-channel'

test('what one end emits, the other hears, and never itself', () => {
  const { opener, opened } = EventChannel.pair()
  const heard: unknown[] = []
  opener.on('answer', (value) => heard.push(['opener', value]))
  opened.on('answer', (value) => heard.push(['opened', value]))
  opened.emit('answer', 1)
  opener.emit('answer', 2)
  expect(heard).toEqual([
    ['opener', 1],
    ['opened', 2],
  ])
})

test('what is sent before anyone listens is kept for the first who does', () => {
  const { opener, opened } = EventChannel.pair()
  opener.emit('greeting', 'early')
  const heard: unknown[] = []
  opened.on('greeting', (value) => heard.push(value))
  opener.emit('greeting', 'late')
  expect(heard).toEqual(['early', 'late'])
})

test('once hears once, off hears no more', () => {
  const { opener, opened } = EventChannel.pair()
  const heard: unknown[] = []
  const listener = (value: unknown) => heard.push(value)
  opened.once('a', listener)
  opened.on('b', listener)
  opener.emit('a', 1)
  opener.emit('a', 2)
  opened.off('b', listener)
  opener.emit('b', 3)
  expect(heard).toEqual([1])
})
