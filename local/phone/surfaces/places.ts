/** A place in WeChat's coordinates (gcj02). */
export interface Place {
  name: string
  address: string
  latitude: number
  longitude: number
}

/** Places around the one where the phone stands; the first is where it stands. */
export const PLACES: readonly [Place, ...Place[]] = [
  {
    name: '松树坡路 12 号',
    address: '云山镇松树坡路 12 号',
    latitude: 30.2318,
    longitude: 119.7241,
  },
  { name: '云山镇游客中心', address: '云山镇溪口路 1 号', latitude: 30.2342, longitude: 119.7279 },
  { name: '老茶厂', address: '云山镇茶厂路 36 号', latitude: 30.2287, longitude: 119.7198 },
  { name: '观云台', address: '云山景区北侧', latitude: 30.2401, longitude: 119.7215 },
  { name: '云山客运站', address: '云山镇站前路 8 号', latitude: 30.2264, longitude: 119.7312 },
  { name: '竹林小学', address: '云山镇竹林路 5 号', latitude: 30.2299, longitude: 119.7264 },
]

/** Metres between two places, close enough for a list. */
export function metresBetween(a: Place, b: Place): number {
  const north = (a.latitude - b.latitude) * 111_320
  const east = (a.longitude - b.longitude) * 111_320 * Math.cos((a.latitude * Math.PI) / 180)
  return Math.round(Math.hypot(north, east))
}
