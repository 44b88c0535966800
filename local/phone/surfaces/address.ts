import { areaList } from '@vant/area-data'

/** An address as `wx.chooseAddress` returns it. */
export interface Address {
  userName: string
  postalCode: string
  provinceName: string
  cityName: string
  countyName: string
  streetName: string
  detailInfo: string
  /** The detail without the street, where WeChat could tell them apart. */
  detailInfoNew: string
  /** The six digits of the district. */
  nationalCode: string
  telNumber: string
}

/** Two addresses a new user starts from: one in the mountains, one in a city. */
export function sampleAddresses(): Address[] {
  return [
    {
      userName: '何女士',
      telNumber: '13800000027',
      ...placeOf('330112'),
      streetName: '云山镇',
      detailInfo: '云山镇松树坡路 12 号 3 栋',
      detailInfoNew: '松树坡路 12 号 3 栋',
      postalCode: '311300',
    },
    {
      userName: '林先生',
      telNumber: '13800000018',
      ...placeOf('310104'),
      streetName: '',
      detailInfo: '河边路 88 弄 6 号 1102 室',
      detailInfoNew: '河边路 88 弄 6 号 1102 室',
      postalCode: '200030',
    },
  ]
}

/** The three names of a district by its code. */
export function placeOf(nationalCode: string): {
  provinceName: string
  cityName: string
  countyName: string
  nationalCode: string
} {
  return {
    provinceName: areaList.province_list[`${nationalCode.slice(0, 2)}0000`] ?? '',
    cityName: areaList.city_list[`${nationalCode.slice(0, 4)}00`] ?? '',
    countyName: areaList.county_list[nationalCode] ?? '',
    nationalCode,
  }
}

export interface District {
  code: string
  name: string
}

/** The provinces, or what lies below the code of a province or city. */
export function districtsUnder(code: string): District[] {
  const { province_list: provinces, city_list: cities, county_list: counties } = areaList
  if (code === '') return listed(provinces, '')
  return code.endsWith('0000')
    ? listed(cities, code.slice(0, 2))
    : listed(counties, code.slice(0, 4))
}

function listed(list: Record<string, string>, prefix: string): District[] {
  return Object.entries(list)
    .filter(([code]) => code.startsWith(prefix))
    .map(([code, name]) => ({ code, name }))
}

/** The address on one line, as people read it. */
export function addressLine(address: Address): string {
  const { provinceName, cityName, countyName, detailInfo } = address
  const city = cityName === provinceName ? '' : cityName
  return [provinceName, city, countyName, detailInfo].filter(Boolean).join(' ')
}
