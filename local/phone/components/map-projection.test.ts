import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { metresToPixels, toPixel, toPlace, viewOf } from './map-projection'

const places = fc.record({
  latitude: fc.double({ min: -80, max: 80, noNaN: true }),
  longitude: fc.double({ min: -179, max: 179, noNaN: true }),
})
const view = {
  center: { latitude: 30.2318, longitude: 119.7241 },
  scale: 16,
  width: 300,
  height: 200,
}

describe('the map’s projection', () => {
  test('a place goes to a pixel and back', () => {
    fc.assert(
      fc.property(places, fc.double({ min: 3, max: 20, noNaN: true }), (place, scale) => {
        const back = toPlace({ ...view, scale }, toPixel({ ...view, scale }, place))
        expect(back.latitude).toBeCloseTo(place.latitude, 6)
        expect(back.longitude).toBeCloseTo(place.longitude, 6)
      }),
    )
  })

  test('the middle is the centre, north is up, a scale more is twice as large', () => {
    expect(toPixel(view, view.center)).toEqual({ x: 150, y: 100 })
    const north = { ...view.center, latitude: view.center.latitude + 0.001 }
    const near = 100 - toPixel(view, north).y
    expect(near).toBeGreaterThan(0)
    expect(100 - toPixel({ ...view, scale: 17 }, north).y).toBeCloseTo(near * 2)
    // A thousandth of a degree is 111 metres.
    expect(metresToPixels(16, view.center.latitude, 111.2)).toBeCloseTo(near, 0)
  })

  test('a view that includes places shows each of them inside its padding', () => {
    fc.assert(
      fc.property(fc.array(places, { minLength: 2, maxLength: 6 }), (included) => {
        const found = viewOf(view, included, [10, 20, 30, 40], { min: -9, max: 20 })
        for (const place of included) {
          const { x, y } = toPixel(found, place)
          expect(x).toBeGreaterThanOrEqual(40 - 0.01)
          expect(x).toBeLessThanOrEqual(280 + 0.01)
          expect(y).toBeGreaterThanOrEqual(10 - 0.01)
          expect(y).toBeLessThanOrEqual(170 + 0.01)
        }
      }),
    )
  })
})
