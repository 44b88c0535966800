import { areaList } from '@vant/area-data'
import type { PickerModel } from './picker-model'

interface Region {
  code: string
  name: string
}

export const REGION_LEVELS = ['province', 'city', 'region'] as const
export type RegionLevel = (typeof REGION_LEVELS)[number]

const TABLES = [areaList.province_list, areaList.city_list, areaList.county_list]
/** How many digits of a code name the region above: none, the province, the city. */
const PARENT_DIGITS = [0, 2, 4]

function regionsBelow(level: number, parent: string): Region[] {
  const prefix = parent.slice(0, PARENT_DIGITS[level])
  return Object.entries(TABLES[level] ?? {})
    .filter(([code]) => code.startsWith(prefix))
    .map(([code, name]) => ({ code, name }))
}

/**
 * `mode="region"`: province, city and county of all of China; `customItem` stands at the top of every
 * column for "all". The value is the names; codes are those of the administrative divisions.
 */
export function regionModel(value: unknown, level: RegionLevel, customItem: string): PickerModel {
  const depth = REGION_LEVELS.indexOf(level) + 1
  const given = Array.isArray(value) ? value.map(String) : []
  const chosen: Region[] = []

  const choices = (place: number): Region[] => {
    const parent = chosen[place - 1]
    const all = customItem === '' ? [] : [{ code: '', name: customItem }]
    if (place > 0 && parent?.code === '') return all
    const found = regionsBelow(place, parent?.code ?? '')
    // Some cities, such as Dongguan, have no counties.
    return all.length + found.length > 0 ? [...all, ...found] : [{ code: '', name: '' }]
  }
  const settleFrom = (place: number, names: readonly string[]): void => {
    chosen.length = place
    for (let next = place; next < depth; next++) {
      const list = choices(next)
      const wanted = list.find((region) => region.name === names[next]) ?? list[0]
      if (wanted) chosen.push(wanted)
    }
  }
  settleFrom(0, given)

  return {
    columns: () =>
      Array.from({ length: depth }, (_, place) => choices(place).map((region) => region.name)),
    indexes: () =>
      chosen.map((region, place) => choices(place).findIndex(({ code }) => code === region.code)),
    turn(place, index) {
      const region = choices(place)[index]
      if (!region) return
      chosen[place] = region
      settleFrom(place + 1, [])
    },
    detail: () => ({
      value: chosen.map((region) => region.name),
      code: chosen.map((region) => region.code).filter(Boolean),
    }),
  }
}
