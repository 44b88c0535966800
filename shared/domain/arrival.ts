import { shipByOf } from './ship-by'

/** How many days parcels are on their way, as the company promises it. */
export interface Transit {
  /** Where they leave from. */
  province: string
  /** Within that province. */
  sameDays: number
  /** To provinces that are nearer or farther than most. */
  byProvince: Readonly<Record<string, number>>
  /** To all others. */
  days: number
}

const dayMs = 86_400_000

/** 浙江 is written 浙江省, too. */
const plainName = (province: string) =>
  province.replace(/(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$/, '')

/** The day, at its end, on which something ordered now is there at the latest. */
export function arrivalOf(transit: Transit, province: string, now: number): number {
  const wanted = plainName(province)
  const entry = Object.entries(transit.byProvince).find(([name]) => plainName(name) === wanted)
  const days =
    entry?.[1] ?? (plainName(transit.province) === wanted ? transit.sameDays : transit.days)
  return shipByOf(now) + days * dayMs
}
