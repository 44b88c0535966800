import * as v from 'valibot'
import { text } from './fields'

const fen = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))
const grams = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))

const zone = v.strictObject({
  provinces: v.pipe(v.array(text(20, 2)), v.maxLength(40)),
  firstGrams: grams,
  firstFen: fen,
  stepGrams: grams,
  stepFen: fen,
  freeFromFen: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000_000))),
  isExcluded: v.optional(v.boolean()),
})

/** A freight template as staff write it: each province once, and exactly one zone for the rest. */
export const freightForm = v.pipe(
  v.strictObject({
    name: text(20, 1),
    zones: v.pipe(v.array(zone), v.minLength(1), v.maxLength(35)),
  }),
  v.check(({ zones }) => {
    const named = zones.flatMap(({ provinces }) => provinces)
    return (
      new Set(named).size === named.length &&
      zones.filter(({ provinces }) => provinces.length === 0).length === 1
    )
  }, 'each province once'),
)
export type FreightForm = v.InferOutput<typeof freightForm>
