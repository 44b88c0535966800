import { openFullPage } from './full-page'
import { drawMap, MAP_STYLE } from './map-drawing'
import { metresBetween, type Place, PLACES } from './places'
import type { Stage } from './stage'

/** Lets the user pick a place; `undefined` when they leave. */
export function chooseLocation(stage: Stage): Promise<Place | undefined> {
  stage.style('map', MAP_STYLE)
  stage.style('location', STYLE)
  const { make } = stage
  return new Promise((resolve) => {
    let chosen: Place = PLACES[0]
    const finish = (place: Place | undefined): void => {
      page.close()
      resolve(place)
    }
    const page = openFullPage(stage, {
      name: 'location',
      title: '选择位置',
      onBack: () => finish(undefined),
      action: { text: '确定', onClick: () => finish(chosen) },
    })
    const mapBox = make('div', {})
    const list = make('div', { class: 'wxs-list', role: 'radiogroup', 'aria-label': '附近的地点' })
    const search = make('input', { placeholder: '搜索地点', 'aria-label': '搜索地点' })
    const draw = (): void => {
      mapBox.replaceChildren(drawMap(make, chosen))
      const wanted = search.value.trim()
      const found = PLACES.filter(({ name, address }) => `${name}${address}`.includes(wanted))
      list.replaceChildren(...found.map(row))
    }
    const row = (place: Place): HTMLElement =>
      make(
        'button',
        {
          class: 'wxs-cell',
          role: 'radio',
          'aria-checked': String(place === chosen),
          onClick() {
            chosen = place
            draw()
          },
        },
        make(
          'span',
          { class: 'wxs-grow' },
          make('span', { class: 'wxs-one' }, place.name),
          make(
            'span',
            { class: 'wxs-small wxs-location-line' },
            `${metresBetween(PLACES[0], place)}m | ${place.address}`,
          ),
        ),
        make('i', { class: 'wxs-location-mark' }),
      )
    search.addEventListener('input', draw)
    draw()
    page.body.before(mapBox, make('div', { class: 'wxs-location-search' }, search))
    page.body.append(list)
  })
}

/** Shows a place on the map; resolves when the user leaves. */
export function openLocation(stage: Stage, place: Place): Promise<void> {
  stage.style('map', MAP_STYLE)
  stage.style('location', STYLE)
  const { make } = stage
  return new Promise((resolve) => {
    const page = openFullPage(stage, {
      name: 'map',
      title: place.name || '位置',
      onBack() {
        page.close()
        resolve()
      },
    })
    page.body.append(
      drawMap(make, place),
      make(
        'div',
        { class: 'wxs-list' },
        make(
          'div',
          { class: 'wxs-cell' },
          make(
            'span',
            { class: 'wxs-grow' },
            make('span', {}, place.name || '位置'),
            make(
              'span',
              { class: 'wxs-small wxs-location-line' },
              place.address || `${place.latitude}, ${place.longitude}`,
            ),
          ),
        ),
      ),
    )
  })
}

const STYLE = `
.wxs-location-search { flex: none; padding: 10px 16px; background: var(--wxs-surface) }
.wxs-location-search input { height: 36px; padding: 0 12px; border-radius: 6px; background: var(--wxs-fill); font-size: 15px }
.wxs-location-line { display: block }
.wxs-location-mark { width: 18px; height: 10px; border: 2px solid var(--wxs-brand); border-width: 0 0 2.5px 2.5px; transform: rotate(-45deg) translate(2px, -4px); visibility: hidden }
[aria-checked="true"] > .wxs-location-mark { visibility: visible }
`
