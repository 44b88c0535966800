import { type Api, ApiFailure, asyncApi } from './define-api'
import { requirePermission } from './permissions'
import type { PhoneContext } from './phone-context'
import { requireDeclared } from './required-private-infos'

const LOCATION_FIELDS = [
  'latitude',
  'longitude',
  'speed',
  'accuracy',
  'altitude',
  'verticalAccuracy',
  'horizontalAccuracy',
]

/** Where the phone is, and the pickers of places. */
export function locationApis(phone: PhoneContext): Api[] {
  const { host, surfaces, privacy } = phone
  const allowed = async (api: string, scope?: string): Promise<void> => {
    await privacy.require(api)
    requireDeclared(host, api)
    if (scope) await requirePermission(phone, scope)
  }
  return [
    asyncApi(
      host,
      'getLocation',
      {
        type: 'String',
        altitude: 'Boolean',
        isHighAccuracy: 'Boolean',
        highAccuracyExpireTime: 'Number',
      },
      async ({ altitude }) => {
        await allowed('getLocation', 'scope.userLocation')
        const { latitude, longitude } = surfaces.currentPlace()
        return {
          latitude,
          longitude,
          speed: -1,
          accuracy: 15,
          verticalAccuracy: 10,
          horizontalAccuracy: 15,
          ...(altitude ? { altitude: 620 } : {}),
        }
      },
      LOCATION_FIELDS,
    ),
    asyncApi(
      host,
      'getFuzzyLocation',
      { type: 'String' },
      async () => {
        await allowed('getFuzzyLocation', 'scope.userFuzzyLocation')
        const { latitude, longitude } = surfaces.currentPlace()
        return { latitude: fuzzy(latitude), longitude: fuzzy(longitude) }
      },
      ['latitude', 'longitude'],
    ),
    asyncApi(
      host,
      'chooseLocation',
      { latitude: 'Number', longitude: 'Number' },
      async () => {
        await allowed('chooseLocation')
        const place = await surfaces.chooseLocation()
        if (!place) throw new ApiFailure('cancel')
        return place
      },
      ['name', 'address', 'latitude', 'longitude'],
    ),
    asyncApi(
      host,
      'openLocation',
      {
        latitude: 'Number!',
        longitude: 'Number!',
        name: 'String',
        address: 'String',
        scale: 'Number',
      },
      ({ latitude, longitude, name = '', address = '' }) => {
        void surfaces.openLocation({ latitude, longitude, name, address })
      },
    ),
  ]
}

/** A fuzzy place is right to about five kilometres. */
function fuzzy(degrees: number): number {
  return Math.round(degrees * 20) / 20
}
