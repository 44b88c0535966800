import { provinces, shortNameOf } from './region-names'
import type { Province } from './region-names'

/** A region found in a text, and where it begins and ends in it. */
export interface FoundRegion {
  province: string
  city: string
  district: string
  start: number
  end: number
}

interface Named {
  province: Province
  city?: Province['cities'][number]
  /** A county-level city, found without its city. */
  district?: string
  length: number
}

/** Longer names win; of equally long ones the province, as "海南" and "吉林" are mostly meant. */
const names: { text: string; isShort: boolean; named: Omit<Named, 'length'> }[] = provinces
  .flatMap((province) => [
    { text: province.name, isShort: false, named: { province } },
    { text: shortNameOf(province.name), isShort: true, named: { province } },
    ...province.cities.flatMap((city) => [
      { text: city.name, isShort: false, named: { province, city } },
      { text: `${shortNameOf(city.name)}州`, isShort: false, named: { province, city } },
      { text: shortNameOf(city.name), isShort: true, named: { province, city } },
      ...city.below.map((district) => ({
        text: district,
        isShort: false,
        named: { province, city, district },
      })),
    ]),
  ])
  .filter(({ text }) => text.length > 1)
  .sort(
    (a, b) =>
      b.text.length - a.text.length || Number('city' in a.named) - Number('city' in b.named),
  )

const gaps = /^[\s,，、/·-]*/
const gapLength = (text: string): number => gaps.exec(text)?.[0].length ?? 0

function nameAt(text: string, within?: Province): (Named & { isShort: boolean }) | undefined {
  for (const { text: name, isShort, named } of names) {
    if (within && named.province !== within) continue
    if (text.startsWith(name)) return { ...named, length: name.length, isShort }
  }
  return undefined
}

/** Up to the first word that ends a district's name; words of streets and estates are none. */
const districtPattern =
  /^[^\s\d路街道巷号村镇乡楼幢,，]{1,13}?(?:自治县|自治旗|特别行政区|新区|矿区|林区|特区|[区县旗市])/

function districtAt(text: string): string {
  let found = districtPattern.exec(text)?.[0] ?? ''
  // "沙市区", "津市市": the first word was part of the name.
  const next = text[found.length]
  if (found.endsWith('市') && found.length === 2 && (next === '区' || next === '市')) found += next
  return /(?:小区|社区|校区|厂区|院区|超市|门市)$/.test(found) ? '' : found
}

/**
 * Finds where in a text a province or city is named, and reads province, city and district from
 * there. A short name counts at the beginning of a word only, and inside one when a district
 * follows it.
 */
export function recogniseRegion(text: string): FoundRegion | undefined {
  for (let start = 0; start < text.length; start += 1) {
    const first = nameAt(text.slice(start))
    if (!first) continue
    const isAtWord = start === 0 || /[\s:：]/.test(text[start - 1]!)
    const region = readRegion(text, start, first)
    const isSure = !first.isShort || region.district !== '' || (isAtWord && region.city !== '')
    if (isSure) return region
  }
  return undefined
}

function readRegion(text: string, start: number, first: Named): FoundRegion {
  let end = start + first.length
  const { province } = first
  let { city, district = '' } = first
  const skip = () => {
    end += gapLength(text.slice(end))
  }
  // A municipality and its city have one name, which may be written twice or once.
  const only = province.cities.length === 1 ? province.cities[0] : undefined
  if (!city && only) city = only
  for (let again = 0; again < 2 && district === ''; again += 1) {
    const at = end + gapLength(text.slice(end))
    const next = nameAt(text.slice(at), province)
    if (!next || (next.isShort && !isCityWord(text.slice(at + next.length)))) break
    if (city && next.city && next.city !== city && !next.district) break
    city ??= next.city
    if (next.city && !city) city = next.city
    district = next.district ?? ''
    end = at + next.length
  }
  const beforeGap = end
  skip()
  if (text.startsWith('市辖区', end)) {
    end += 3
    skip()
  }
  if (district === '') {
    district = districtAt(text.slice(end))
    if (district === '') end = beforeGap
    else end += district.length
  }
  return {
    province: province.name,
    city: city?.name ?? cityOf(province, district),
    district,
    start,
    end,
  }
}

/** A short name of a city stands for it when something that is not a street's name follows. */
const isCityWord = (rest: string): boolean => !/^[路街道巷]/.test(rest)

/** Of a county or county-level city that names no city; Hong Kong and Macau are their own. */
const cityOf = ({ name, cities }: Province, district: string): string =>
  name.endsWith('特别行政区')
    ? name
    : (cities.find(({ below }) => district !== '' && below.includes(district))?.name ?? '')
