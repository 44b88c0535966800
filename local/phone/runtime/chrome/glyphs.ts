/** WeChat's and the phone's own signs, as SVG that takes the colour of its text. */
const svg = (width: number, height: number, body: string): string =>
  `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" fill="none" aria-hidden="true">${body}</svg>`

export const SIGNAL = svg(
  18,
  12,
  [0, 5, 10, 15]
    .map((x, index) => {
      const height = 4 + index * 2.6
      return `<rect x="${x}" y="${12 - height}" width="3" height="${height}" rx="1" fill="currentColor"/>`
    })
    .join(''),
)

export const WIFI = svg(
  17,
  12,
  '<path fill="currentColor" d="M8.5 2.6c2.3 0 4.4.9 6 2.4l1.1-1.2A10.3 10.3 0 0 0 8.5 1C5.8 1 3.3 2.05 1.4 3.800L2.5 5a8.7 8.7 0 0 1 6-2.400Zm0 3.700c1.3 0 2.5.5 3.4 1.300l1.1-1.200a6.6 6.6 0 0 0-9 0l1.1 1.200c.9-.8 2.1-1.3 3.4-1.300Zm2 2.800a3 3 0 0 0-4 0l2 2.1 2-2.100Z"/>',
)

export const BATTERY = svg(
  27,
  13,
  '<rect x=".5" y=".5" width="23" height="12" rx="3.5" stroke="currentColor" opacity=".4"/>' +
    '<rect x="2" y="2" width="20" height="9" rx="2" fill="currentColor"/>' +
    '<path d="M25 4.500v4c.8-.3 1.4-1.1 1.4-2s-.6-1.7-1.4-2Z" fill="currentColor" opacity=".45"/>',
)

export const BACK = svg(
  12,
  24,
  '<path d="M10.5 3 2 12l8.5 9" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>',
)

export const HOME = svg(
  20,
  20,
  '<path d="M3.5 8.6 10 3l6.5 5.600V17h-4.700v-4.800H8.200V17H3.500V8.600Z" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/>',
)

export const MORE = svg(
  20,
  8,
  '<circle cx="3.2" cy="4" r="2" fill="currentColor"/><circle cx="10" cy="4" r="3.2" fill="currentColor"/><circle cx="16.8" cy="4" r="2" fill="currentColor"/>',
)

export const CLOSE = svg(
  18,
  18,
  '<circle cx="9" cy="9" r="7.6" stroke="currentColor" stroke-width="2.2"/><circle cx="9" cy="9" r="3.2" fill="currentColor"/>',
)

export const SPINNER = svg(
  18,
  18,
  '<circle cx="9" cy="9" r="7.5" stroke="currentColor" stroke-width="2" opacity=".2"/><path d="M9 1.500A7.5 7.5 0 0 1 16.5 9" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>',
)
