import type { Make } from './dom'
import { type Place, PLACES } from './places'

const WIDTH = 375
const HEIGHT = 300
/** Degrees that the drawing spans from left to right. */
const SPAN = 0.026

/** A drawn map around a place: land, water, roads, and the pin in the middle. */
export function drawMap(make: Make, centre: Place): HTMLElement {
  const point = ({ latitude, longitude }: Place) => ({
    x: WIDTH / 2 + ((longitude - centre.longitude) / SPAN) * WIDTH,
    y: HEIGHT / 2 - ((latitude - centre.latitude) / SPAN) * WIDTH,
  })
  const roads = PLACES.slice(1).map((place) => {
    const from = point(PLACES[0])
    const to = point(place)
    return `M${from.x} ${from.y}Q${to.x} ${from.y} ${to.x} ${to.y}L${to.x * 2 - from.x} ${to.y * 2 - from.y}`
  })
  const river = point({ ...PLACES[0], latitude: PLACES[0].latitude - 0.006 })
  const labels = PLACES.map((place) => {
    const { x, y } = point(place)
    return `<circle cx="${x}" cy="${y}" r="3"/><text x="${x + 7}" y="${y + 4}">${place.name}</text>`
  })
  const map = make('div', { class: 'wxs-map', role: 'img', 'aria-label': `地图：${centre.name}` })
  map.innerHTML = `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
<rect class="wxs-map-land" width="${WIDTH}" height="${HEIGHT}"/>
<path class="wxs-map-wood" d="M-20 ${river.y - 190}q120 -70 210 0t220 -30v-260h-430z"/>
<path class="wxs-map-water" d="M-40 ${river.y}q110 -46 200 0t260 -22v34q-150 60 -260 22t-200 8z"/>
<path class="wxs-map-casing" d="${roads.join('')}"/><path class="wxs-map-road" d="${roads.join('')}"/>
<g class="wxs-map-label">${labels.join('')}</g>
<circle class="wxs-map-halo" cx="${WIDTH / 2}" cy="${HEIGHT / 2}" r="18"/>
<circle class="wxs-map-pin" cx="${WIDTH / 2}" cy="${HEIGHT / 2}" r="7"/></svg>`
  return map
}

/** Rules of the drawn map, light and dark. */
export const MAP_STYLE = `
.wxs-map { flex: none; height: 300px; overflow: hidden; background: #eef0e9 }
.wxs-map svg { width: 100%; height: 100% }
.wxs-map-land { fill: #eef0e9 } .wxs-map-wood { fill: #dde5d6 } .wxs-map-water { fill: #dce8ed }
.wxs-map-casing { fill: none; stroke: #d9dbcf; stroke-width: 9 } .wxs-map-road { fill: none; stroke: #fff; stroke-width: 7 }
.wxs-map-label { font-size: 11px; fill: #545a57; paint-order: stroke; stroke: #eef0e9; stroke-width: 3px } .wxs-map-label circle { fill: #848b87; stroke: none }
.wxs-map-halo { fill: var(--wxs-brand); opacity: .2 } .wxs-map-pin { fill: var(--wxs-brand); stroke: #fff; stroke-width: 2.5 }
.wxs[data-theme="dark"] .wxs-map-land { fill: #1b1f1d } .wxs[data-theme="dark"] .wxs-map-wood { fill: #1e2a22 } .wxs[data-theme="dark"] .wxs-map-water { fill: #18262d }
.wxs[data-theme="dark"] .wxs-map-casing { stroke: #262c2a } .wxs[data-theme="dark"] .wxs-map-road { stroke: #39413e }
.wxs[data-theme="dark"] .wxs-map-label { fill: #aeb5b1; stroke: #1b1f1d }
`
