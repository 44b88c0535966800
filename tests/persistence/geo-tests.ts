import { beforeEach, describe, expect, test } from '@jest/globals'
import type { PersistenceDriver } from './driver'

export function geoTests(driver: PersistenceDriver): void {
  const places = () => driver.database().collection('places')

  describe('places', () => {
    beforeEach(async () => {
      driver.prepare({ places: [{ name: 'at', keys: [['at', '2dsphere']] }] })
      const { Geo } = driver.database()
      await places().add({
        data: [
          { _id: 'near', at: Geo.Point(113.2, 23.1) },
          { _id: 'far', at: Geo.Point(113.4, 23.1) },
          { _id: 'beyond', at: Geo.Point(114.9, 22) },
          { _id: 'nowhere' },
        ],
      })
    })

    const idsOf = async (condition: unknown) => {
      const { data } = await places().where({ at: condition }).get()
      return data.map(({ _id }) => _id)
    }

    test('a point comes back as a point', async () => {
      const { data } = await places().doc('near').get()
      expect(data['at']).toMatchObject({ longitude: 113.2, latitude: 23.1 })
    })

    test('geoNear finds by distance, nearest first', async () => {
      const { command: _, Geo } = driver.database()
      const geometry = Geo.Point(113.35, 23.1)
      expect(await idsOf(_.geoNear({ geometry }))).toEqual(['far', 'near', 'beyond'])
      expect(await idsOf(_.geoNear({ geometry, maxDistance: 10_000 }))).toEqual(['far'])
      expect(
        await idsOf(_.geoNear({ geometry, minDistance: 10_000, maxDistance: 50_000 })),
      ).toEqual(['near'])
      expect(driver.scans()).toEqual([])
    })

    test('geoWithin finds what lies in a circle or a polygon', async () => {
      const { command: _, Geo } = driver.database()
      const circle = _.geoWithin({ centerSphere: [Geo.Point(113.2, 23.1), 5 / 6378.1] })
      expect(await idsOf(circle)).toEqual(['near'])
      const corners: [number, number][] = [
        [113, 23],
        [113.3, 23],
        [113.3, 23.2],
        [113, 23.2],
        [113, 23],
      ]
      const line = Geo.LineString(corners.map(([x, y]) => Geo.Point(x, y)))
      expect(await idsOf(_.geoWithin({ geometry: Geo.Polygon([line]) }))).toEqual(['near'])
      expect(await idsOf(_.geoIntersects({ geometry: Geo.Polygon([line]) }))).toEqual(['near'])
    })

    test('an aggregation tells the distance', async () => {
      const { Geo } = driver.database()
      const { list } = await places()
        .aggregate()
        .geoNear({
          near: Geo.Point(113.2, 23.1),
          distanceField: 'metres',
          key: 'at',
          spherical: true,
          maxDistance: 50_000,
        })
        .project({ metres: 1 })
        .end()
      expect(list.map(({ _id }) => _id)).toEqual(['near', 'far'])
      expect(list[0]?.['metres']).toBe(0)
      expect(Math.round((list[1]?.['metres'] as number) / 1000)).toBe(20)
    })
  })
}
