import { readdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { demoCatalogue } from './catalogue/catalogue'
import { packageDrawings } from './package-drawings'
import { placeDrawings } from './place-drawings'
import { productDrawings } from './product-drawings'

const PICTURES = resolve(__dirname, 'pictures')
const PACKAGE = resolve(__dirname, '../../miniprogram/images')
const KB = 1024

const weigh = (folder: string): number =>
  readdirSync(folder).reduce((sum, file) => sum + statSync(resolve(folder, file)).size, 0)

describe('the files that are kept', () => {
  test('are those that are drawn, in the shop', () => {
    const drawn = [...productDrawings(), ...placeDrawings()].map(({ file }) => file)
    expect(readdirSync(PICTURES).sort()).toEqual(drawn.sort())
  })

  test('are those that are drawn, in the package', () => {
    const drawn = packageDrawings().map(({ file }) => file)
    expect(readdirSync(PACKAGE).sort()).toEqual(drawn.sort())
  })

  test('stay small', () => {
    expect(weigh(PACKAGE)).toBeLessThan(120 * KB)
    expect(weigh(PICTURES)).toBeLessThan(3600 * KB)
  })
})

describe('the catalogue', () => {
  test('names only pictures that are there', () => {
    const kept = new Set(readdirSync(PICTURES))
    const named = demoCatalogue.products.flatMap((product) => [
      product.listPicture,
      ...product.pictures,
      ...product.skus.flatMap((sku) => sku.picture ?? []),
    ])
    expect(named.filter((file) => !kept.has(file))).toEqual([])
  })

  test('names only drawings of the package that are there', () => {
    const kept = new Set(readdirSync(PACKAGE).map((file) => `/images/${file}`))
    expect(demoCatalogue.home.doors.filter((door) => !kept.has(door.picture))).toEqual([])
  })
})

test('the same data draws the same picture', () => {
  const drawings = productDrawings().slice(0, 6)
  expect(drawings.map(({ draw }) => draw().svg)).toEqual(drawings.map(({ draw }) => draw().svg))
  expect(drawings[0]?.draw().svg).toMatch(/^<svg .*<\/svg>$/s)
})
