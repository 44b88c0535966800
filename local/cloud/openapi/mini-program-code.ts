import { createHash } from 'node:crypto'
import { WeChatError } from './openapi'
import type { OpenApi } from './openapi'
import { encodePng } from './png'

const LONGEST_SCENE = 32
const SCENE = /^[A-Za-z0-9!#$&'()*+,/:;=?@\-._~]+$/
const DEFAULT_WIDTH = 430

/**
 * `openapi.wxacode.getUnlimited`: 40169 for a bad scene, 41030 for a page that is not in `app.json`.
 * The picture looks like a mini program code; what it leads to is in its texts `page` and `scene`.
 */
export function getUnlimitedCode(pages: () => readonly string[]): OpenApi {
  return (args) => {
    const scene = args['scene']
    if (typeof scene !== 'string' || scene.length > LONGEST_SCENE || !SCENE.test(scene)) {
      throw new WeChatError(40169, 'invalid length for scene, or the data is not json string')
    }
    const page = String(args['page'] ?? pages()[0] ?? '')
    if (args['check_path'] !== false && !pages().includes(page)) {
      throw new WeChatError(41030, `invalid page: ${page} is not a page of app.json`)
    }
    const width = Number(args['width'] ?? DEFAULT_WIDTH)
    if (!Number.isInteger(width) || width < 280 || width > 1280) {
      throw new WeChatError(40097, 'invalid args: width has to be 280 to 1280')
    }
    return { contentType: 'image/png', buffer: drawCode(width, page, scene) }
  }
}

const RAYS = 60
const BANDS = 9
const DARK = 0
const LIGHT = 255
/** Radii as parts of half the width. */
const INNER = 0.44
const OUTER = 0.92
const LOGO = 0.34
const EYES = [Math.PI / 4, (3 * Math.PI) / 4, (5 * Math.PI) / 4].map((angle) => ({
  x: 0.86 * Math.cos(angle),
  y: 0.86 * Math.sin(angle),
}))

function drawCode(width: number, page: string, scene: string): Buffer {
  const bits = createHash('sha512').update(`${page}?${scene}`).digest()
  const pixels = new Uint8Array(width * width).fill(LIGHT)
  const half = width / 2
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const dx = (x + 0.5 - half) / half
      const dy = (y + 0.5 - half) / half
      if (isDark(dx, dy, bits)) pixels[y * width + x] = DARK
    }
  }
  return encodePng(width, pixels, { page, scene })
}

function isDark(dx: number, dy: number, bits: Buffer): boolean {
  for (const eye of EYES) {
    const distance = Math.sqrt((dx - eye.x) ** 2 + (dy - eye.y) ** 2)
    if (distance < 0.16) return distance > 0.09 ? distance < 0.13 : distance < 0.06
  }
  const radius = Math.sqrt(dx ** 2 + dy ** 2)
  if (radius < LOGO) return radius > LOGO - 0.03
  if (radius < INNER || radius > OUTER) return false
  const turn = ((Math.atan2(dy, dx) / (2 * Math.PI) + 1) % 1) * RAYS
  const band = Math.floor(((radius - INNER) / (OUTER - INNER)) * BANDS)
  const offCentre = Math.abs((turn % 1) - 0.5) * ((2 * Math.PI) / RAYS) * radius
  if (offCentre > 0.014) return false
  const cell = Math.floor(turn) * BANDS + band
  return band === 0 || ((bits[(cell >> 3) % bits.length]! >> (cell & 7)) & 1) === 1
}
