/** One light for everything: soft, warm, from the top left. */
import { pigment } from './colour'
import { group, shape, type Kit } from './kit'
import { maxRadius, outline, patch, TILT, type Profile } from './lathe'
import { ellipse, type Path } from './path'

const SHADE = '#361a14'
const GLOW = '#fff2d6'

/** Contact shadow plus a soft cast shadow that leans to the right. */
export const groundShadow = (
  kit: Kit,
  rx: number,
  o: { x?: number; y?: number; ry?: number; reach?: number; strength?: number } = {},
): string => {
  const { x = 0, y = 0, ry = rx * 0.2, reach = 0.42, strength = 1 } = o
  return (
    shape(ellipse(x + rx * reach, y + ry * 0.3, rx * 1.12, ry * 1.15), {
      fill: SHADE,
      opacity: 0.17 * strength,
      filter: kit.blur(rx * 0.12),
    }) +
    shape(ellipse(x + rx * 0.1, y + ry * 0.25, rx * 1.03, ry * 1.05), {
      fill: SHADE,
      opacity: 0.34 * strength,
      filter: kit.blur(Math.max(3, rx * 0.045)),
    })
  )
}

/** Translucent shading that makes a flat silhouette round. Draw it over base colour and labels alike. */
export const roundShade = (kit: Kit, path: Path, r: number, strength = 1): string => {
  const s = strength
  const dark = kit.linear(
    [
      [0, SHADE, 0.3 * s],
      [0.1, SHADE, 0.1 * s],
      [0.24, SHADE, 0],
      [0.46, SHADE, 0.02 * s],
      [0.7, SHADE, 0.2 * s],
      [0.9, SHADE, 0.46 * s],
      [1, SHADE, 0.36 * s],
    ],
    0,
    [-r, 0, r, 0],
  )
  const light = kit.linear(
    [
      [0.06, GLOW, 0],
      [0.2, GLOW, 0.34 * s],
      [0.34, GLOW, 0.2 * s],
      [0.56, GLOW, 0],
    ],
    0,
    [-r, 0, r, 0],
  )
  return shape(path, { fill: dark }) + shape(path, { fill: light })
}

/** Vertical fall-off so that nothing is flat from top to foot. */
export const fallShade = (kit: Kit, path: Path, strength = 1): string =>
  shape(path, {
    fill: kit.linear(
      [
        [0, GLOW, 0.14 * strength],
        [0.4, GLOW, 0],
        [0.62, SHADE, 0],
        [1, SHADE, 0.2 * strength],
      ],
      90,
    ),
  })

/** A long window reflection on the lit side of a glossy solid. */
export const gloss = (
  kit: Kit,
  profile: Profile,
  h0: number,
  h1: number,
  strength = 1,
  tilt = TILT,
): string => {
  const r = maxRadius(profile)
  const strip = patch(profile, h0, h1, 90, tilt)
  const fill = kit.linear(
    [
      [0.13, '#ffffff', 0],
      [0.155, '#ffffff', 0.62 * strength],
      [0.225, '#ffffff', 0.5 * strength],
      [0.25, '#ffffff', 0],
      [0.285, '#ffffff', 0],
      [0.295, '#ffffff', 0.3 * strength],
      [0.315, '#ffffff', 0.26 * strength],
      [0.33, '#ffffff', 0],
      [0.91, '#ffffff', 0],
      [0.94, '#ffffff', 0.24 * strength],
      [0.965, '#ffffff', 0],
    ],
    0,
    [-r, 0, r, 0],
  )
  return shape(strip, { fill })
}

/** Base colour + roundness + fall-off of a solid of revolution; `over` is printed on it before the light falls. */
export const solid = (
  kit: Kit,
  profile: Profile,
  colour: string,
  over = '',
  strength = 1,
  tilt = TILT,
): string => {
  const path = outline(profile, tilt)
  const r = maxRadius(profile)
  return (
    shape(path, { fill: colour }) +
    (over ? group(over, { clip: kit.clip(path) }) : '') +
    roundShade(kit, path, r, strength) +
    fallShade(kit, path, strength)
  )
}

/** Upward facing disc: lid tops, liquid surfaces. */
export const disc = (
  kit: Kit,
  y: number,
  r: number,
  colour: string,
  o: { tilt?: number; shade?: number } = {},
): string => {
  const { tilt = TILT, shade = 0.22 } = o
  const path = ellipse(0, y, r, r * tilt)
  return (
    shape(path, { fill: colour }) +
    shape(path, {
      fill: kit.linear(
        [
          [0, GLOW, 0.4],
          [0.55, GLOW, 0.1],
          [0.6, SHADE, 0],
          [1, SHADE, shade],
        ],
        24,
      ),
    })
  )
}

/** Thin bright edge on the rim facing the light. */
export const rim = (
  kit: Kit,
  y: number,
  r: number,
  o: { tilt?: number; width?: number; opacity?: number } = {},
): string => {
  const { tilt = TILT, width = 3, opacity = 0.75 } = o
  return shape(ellipse(0, y, r, r * tilt), {
    stroke: kit.linear(
      [
        [0, '#ffffff', 0.95],
        [0.5, '#ffffff', 0.35],
        [1, '#ffffff', 0.1],
      ],
      20,
    ),
    width,
    opacity,
  })
}

/** Faces of boxes: top, front and side get their own constant light. */
export const faceLight = (kit: Kit, path: Path, face: 'top' | 'front' | 'side'): string => {
  if (face === 'top')
    return shape(path, {
      fill: kit.linear(
        [
          [0, GLOW, 0.42],
          [1, GLOW, 0.12],
        ],
        20,
      ),
    })
  if (face === 'side')
    return shape(path, {
      fill: kit.linear(
        [
          [0, SHADE, 0.3],
          [1, SHADE, 0.48],
        ],
        60,
      ),
    })
  return shape(path, {
    fill: kit.linear(
      [
        [0, GLOW, 0.2],
        [0.5, SHADE, 0.02],
        [1, SHADE, 0.2],
      ],
      55,
    ),
  })
}

/** Pigment mottling over a whole subject: paint that dried unevenly. Edges stay sharp. */
export const gouache = (kit: Kit, seed: number, bloom = 1): string =>
  `url(#${kit.def(
    (id) =>
      `<filter id="${id}" x="0" y="0" width="100%" height="100%" filterUnits="objectBoundingBox" color-interpolation-filters="sRGB">` +
      `<feTurbulence type="fractalNoise" baseFrequency="0.018" numOctaves="2" seed="${seed % 97}" result="wave"/>` +
      `<feColorMatrix in="wave" type="matrix" values="0 0 0 0 1  0 0 0 0 0.95  0 0 0 0 0.84  ${0.26 * bloom} 0 0 0 ${-0.105 * bloom}" result="bloom"/>` +
      `<feComposite in="bloom" in2="SourceGraphic" operator="atop"/></filter>`,
  )})`

/** Paper tooth over backdrops. */
export const paperGrain = (kit: Kit, w: number, h: number, seed: number, amount = 1): string => {
  const f = kit.def(
    (id) =>
      `<filter id="${id}" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="0.5 0.55" numOctaves="3" seed="${seed % 83}"/>` +
      `<feColorMatrix type="matrix" values="0 0 0 0 0.25  0 0 0 0 0.16  0 0 0 0 0.1  0 ${0.22 * amount} 0 0 ${-0.09 * amount}"/></filter>`,
  )
  return `<rect width="${w}" height="${h}" fill="${pigment.paper}" fill-opacity="0.01" filter="url(#${f})"/>`
}
