import path from 'node:path'
import { describe, expect, jest, test } from '@jest/globals'
import { definitionOf } from './definition'
import { markupProblems } from './markup-problems'
import { pictureProblems } from './picture-problems'
import { routeProblems } from './route-problems'
import { appSettings, pagePlaces, pageSources } from './sources'
import { untranslated } from './untranslated'

const load = (file: string): unknown => jest.requireActual(file)

describe('what WeChat itself does not check', () => {
  const sources = pageSources()

  test.each(sources.map((source) => [source.place, source] as const))('%s', (_place, source) => {
    expect(markupProblems(source, definitionOf(source.script, load))).toEqual([])
  })

  test('every page is declared, and every declared page is there', () => {
    const places = new Set(sources.map(({ place }) => place))
    const declared = pagePlaces(appSettings())
    expect(declared.filter((place) => !places.has(place))).toEqual([])
    expect(new Set(declared).size).toBe(declared.length)
    expect(path.isAbsolute(sources[0]?.script ?? '')).toBe(true)
  })
})

test('every picture that is named is there', () => {
  expect(pictureProblems()).toEqual([])
})

test('every page that something leads to is there', () => {
  expect(routeProblems()).toEqual([])
})

test('no text of a script is in one language only', () => {
  expect(untranslated()).toEqual([])
})
