import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { openDatabase } from './database-service'
import { distance, type Position } from './geometry'
import type { Doc } from './value'

const position: fc.Arbitrary<Position> = fc.oneof(
  fc.tuple(
    fc.double({ min: 113, max: 114, noNaN: true }),
    fc.double({ min: 22, max: 23, noNaN: true }),
  ),
  fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -90, max: 90, noNaN: true }),
  ),
  fc.constantFrom<Position>([180, 0], [-180, 0], [179.999, 1], [-179.999, 1], [0, 90], [0, -90]),
)

const point = ([longitude, latitude]: Position): Doc => {
  return { type: 'Point', coordinates: [longitude, latitude] }
}

describe('what is near', () => {
  test('is what measuring every place finds, nearest first', async () => {
    const metres = fc.oneof(
      fc.integer({ min: 1, max: 200_000 }),
      fc.integer({ min: 1, max: 25_000_000 }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(position, { maxLength: 30 }),
        position,
        metres,
        fc.integer({ min: 1, max: 8 }),
        async (places, centre, maxDistance, limit) => {
          const scans: unknown[] = []
          const database = openDatabase({
            file: ':memory:',
            now: () => 0,
            onScan: (scan) => scans.push(scan),
            reportScansFrom: 0,
          })
          database.ensureIndex('places', { name: 'at', keys: [['at', '2dsphere']] })
          database.load(
            'places',
            places.map((place, i) => ({ _id: `p${i}`, at: point(place) })),
          )
          const ask = async (condition: Doc, most?: number) => {
            const query = JSON.stringify({ at: condition })
            const request = { collectionName: 'places', query, limit: most }
            const answer = await database.handle('database.getDocument', request)
            const { list } = (answer as { data: { list: string[] } }).data
            return list.map((text) => Number((JSON.parse(text) as { _id: string })._id.slice(1)))
          }
          const far = (i: number) => distance(centre, places[i] as Position)
          const all = [...places.keys()].sort((a, b) => far(a) - far(b))
          const inside = all.filter((i) => far(i) <= maxDistance)
          const $geometry = point(centre)

          const near = await ask({ $nearSphere: { $geometry, $maxDistance: maxDistance } })
          expect(near.map(far)).toEqual(inside.map(far))
          expect((await ask({ $nearSphere: { $geometry } }, limit)).map(far)).toEqual(
            all.slice(0, limit).map(far),
          )
          const $centerSphere = [[...centre], maxDistance / 6378100]
          const within = await ask({ $geoWithin: { $centerSphere } })
          expect(within.sort()).toEqual([...inside].sort())
          expect(scans).toEqual([])
          database.close()
        },
      ),
      { numRuns: 60 },
    )
  })

  test('is found without looking at all places', async () => {
    const database = openDatabase({ file: ':memory:', now: () => 0 })
    database.ensureIndex('places', {
      name: 'at',
      keys: [
        ['city', 1],
        ['at', '2dsphere'],
      ],
    })
    const places = Array.from({ length: 2500 }, (_, i) => ({
      _id: `p${i}`,
      city: i % 2 === 0 ? 'gz' : 'sz',
      at: point([113 + (i % 50) / 50, 22 + Math.floor(i / 50) / 50]),
    }))
    database.load('places', places)
    expect(() => database.load('places', [{ _id: 'x', at: 'no place' }])).toThrow(
      "Can't extract geo keys",
    )
    const $nearSphere = { $geometry: point([113.5, 22.5]), $maxDistance: 5000 }
    const query = JSON.stringify({ city: 'gz', at: { $nearSphere } })
    const request = { collectionName: 'places', query }
    const { data } = (await database.handle('database.getDocument', request)) as {
      data: { list: string[] }
    }
    expect(data.list.length).toBeGreaterThan(5)
    expect(data.list.length).toBeLessThan(20)
    database.close()
  })
})
