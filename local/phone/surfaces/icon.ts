/** Outline icons of the surfaces, drawn on a 24 grid. */
const PATHS = {
  close: 'M17 7L7 17M7 7l10 10',
  back: 'M14.500 5.500L8 12l6.500 6.500',
  check: 'M19.500 7.400L10.400 16.600 5.400 11.600',
  chevron: 'M9.500 6.500L15 12l-5.500 5.500',
  wallet: 'M19 3H5a2 2 0 000 4h14a2 2 0 012 2v10a2 2 0 01-2 2H3V5M16 14h1',
  card: 'M2 4h20v16H2zM2 10h20M6 15h3',
  warn: 'M12 7v6M12 16.500v.5',
  cross: 'M16.500 7.500l-9 9M7.500 7.500l9 9',
  share: 'M4 12v8h16v-8M12 15V3.500M7.500 8L12 3.500 16.500 8',
  reload: 'M19.500 12a7.500 7.500 0 11-2.200-5.300L20 9.300M20 4v5.300h-5.300',
  home: 'M4 10.500L12 4l8 6.500V20H4zM9.500 20v-6h5v6',
  setting: 'M4 7h9M17 7h3M4 17h3M11 17h9M13 4.500v5M11 14.500v5',
  info: 'M12 11v5.500M12 7.500v.5M3.500 12a8.500 8.500 0 1017 0 8.500 8.500 0 10-17 0',
  chat: 'M4 4.500h16v12h-9l-4 3.500v-3.500H4z',
  moments: 'M12 3.500v9l7.500 4.500M3.500 12a8.500 8.500 0 1017 0 8.500 8.500 0 10-17 0',
  copy: 'M8.500 8.500h11v11h-11zM15.500 8.500v-4h-11v11h4',
  plus: 'M12 5v14M5 12h14',
  pin: 'M12 21s7-6.300 7-11.500a7 7 0 10-14 0C5 14.700 12 21 12 21zM9.500 9.500a2.500 2.500 0 105 0 2.500 2.500 0 10-5 0',
  picture: 'M3 4.500h18v15H3zM3 16l5-5 4.500 4.500 3-3L21 18M15 8.500h.5',
  camera: 'M3 7h4l2-2.500h6L17 7h4v12.500H3zM8.500 13a3.500 3.500 0 107 0 3.500 3.500 0 10-7 0',
  search: 'M4 10.500a6.500 6.500 0 1013 0 6.500 6.500 0 10-13 0M15.500 15.500L20.500 20.500',
} as const

/** The name of an icon of the surfaces. */
export type IconName = keyof typeof PATHS

const SVG = 'http://www.w3.org/2000/svg'

/** An icon as an element; decorative, its button carries the words. */
export function icon(document: Document, name: IconName, size = 24, stroke = 1.5): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  const path = document.createElementNS(SVG, 'path')
  const attributes = {
    width: String(size),
    height: String(size),
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': String(stroke),
    'stroke-linecap': 'square',
    'aria-hidden': 'true',
  }
  Object.entries(attributes).forEach(([key, value]) => svg.setAttribute(key, value))
  path.setAttribute('d', PATHS[name])
  svg.append(path)
  return svg
}
