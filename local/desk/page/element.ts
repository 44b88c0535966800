type Child = Node | string | number | null | undefined | false
type Attributes = Record<string, string | number | boolean | ((event: Event) => void) | undefined>

/** Makes one element: `on...` attributes are listeners, `false` and `undefined` are left out. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value))
  }
  element.append(
    ...children.filter(isShown).map((child) => (child instanceof Node ? child : String(child))),
  )
  return element
}

const isShown = (child: Child): child is Node | string | number =>
  child !== null && child !== undefined && child !== false

const drawings = {
  reload: 'M21.4 13A9.5 9.5 0 0 1 3.4 16M2.5 20.5v-5h3M2.6 11A9.5 9.5 0 0 1 20.6 8M21.5 3.5v5h-3',
  moon: 'M20.5 14.85A8 8 0 0 1 12 3a9 9 0 1 0 8.5 11.85Z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2',
  wifi: 'M2.5 9a14 14 0 0 1 19 0M5.5 12.5a9.5 9.5 0 0 1 13 0M8.5 16a5 5 0 0 1 7 0M12 19.5v.1',
  offline: 'M2.5 9a14 14 0 0 1 19 0M8.5 16a5 5 0 0 1 7 0M12 19.5v.1M3 3l18 18',
  language: 'M3 6h10M8 3v3M11 6c-1 4-4 7-8 9M5 9c1 3 4 5 7 6M12 21l4.5-11L21 21M13.6 17.5h5.8',
  close: 'M6 6l12 12M18 6L6 18',
  add: 'M12 4v16M4 12h16',
} as const
export type IconName = keyof typeof drawings

/** A line icon of 16 px in the colour of the text around it. */
export function icon(name: IconName): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const drawing = document.createElementNS(space, 'svg')
  for (const [key, value] of Object.entries({
    width: '16',
    height: '16',
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.7',
    'stroke-linecap': 'square',
    'aria-hidden': 'true',
  })) {
    drawing.setAttribute(key, value)
  }
  const path = document.createElementNS(space, 'path')
  path.setAttribute('d', drawings[name])
  drawing.append(path)
  return drawing
}
