import { dim, lit, mix, pigment } from '../colour'
import { group, place, shape, type Kit } from '../kit'
import { below, outline, patch, radiusAt, TILT, type Profile } from '../lathe'
import { disc, gloss, groundShadow, rim, roundShade, solid } from '../light'
import { label as flatLabel, labelPaper, labelPrint, type Label } from '../label'
import { ellipse, polygon, smooth } from '../path'

export interface Jar {
  shape: 'round' | 'hex' | 'tall' | 'syrup' | 'vial' | 'bottle'
  /** what is inside: clear honey, jam with pieces, or whole pieces */
  content: string
  kind?: 'clear' | 'jam' | 'pieces'
  piece?: (kit: Kit) => string
  lid?: 'cork' | 'wood' | 'cloth' | 'metal'
  lidColour?: string
  fill?: number
  label: Label
}

const profiles: Record<Jar['shape'], Profile> = {
  round: [
    [0, 100, 1],
    [10, 116],
    [60, 134],
    [130, 134],
    [180, 116],
    [200, 96],
    [214, 92, 1],
    [232, 92, 1],
  ],
  hex: [
    [0, 108, 1],
    [4, 112, 1],
    [176, 112, 1],
    [196, 94],
    [206, 90, 1],
    [222, 90, 1],
  ],
  tall: [
    [0, 96, 1],
    [6, 102],
    [16, 104],
    [236, 104],
    [262, 90],
    [270, 86, 1],
    [286, 86, 1],
  ],
  syrup: [
    [0, 70, 1],
    [6, 78],
    [200, 80],
    [244, 62],
    [272, 34],
    [330, 30, 1],
    [352, 30, 1],
  ],
  vial: [
    [0, 58, 1],
    [6, 62, 1],
    [210, 62, 1],
    [228, 48],
    [240, 46, 1],
    [252, 46, 1],
  ],
  bottle: [
    [0, 82, 1],
    [8, 90],
    [210, 92],
    [252, 66],
    [284, 40],
    [312, 38, 1],
    [326, 38, 1],
  ],
}

const lidOf = (
  kit: Kit,
  kind: NonNullable<Jar['lid']>,
  colour: string | undefined,
  r: number,
  y: number,
): string => {
  if (kind === 'cork') {
    const p: Profile = [
      [y - 8, r - 6, 1],
      [y + 34, r - 1, 1],
    ]
    const c = colour ?? '#c79a66'
    const pores = Array.from({ length: 24 }, () =>
      shape(
        ellipse(
          kit.random.between(-r, r),
          -y - kit.random.between(-4, 30),
          kit.random.between(1, 4),
          1.4,
        ),
        {
          fill: dim(c, 0.4),
          opacity: 0.5,
        },
      ),
    ).join('')
    return solid(kit, p, c, pores) + disc(kit, -y - 34, r - 1, lit(c, 0.22), { shade: 0.1 })
  }
  if (kind === 'cloth') {
    const c = colour ?? pigment.clay
    const skirt = smooth(
      [
        [-r - 4, -y - 22],
        [-r - 22, -y + 26],
        [-r * 0.6, -y + 40],
        [-r * 0.3, -y + 30],
        [0, -y + 44],
        [r * 0.34, -y + 31],
        [r * 0.64, -y + 40],
        [r + 22, -y + 24],
        [r + 4, -y - 22],
        [0, -y - 40],
      ],
      true,
      0.9,
    )
    const checks =
      Array.from({ length: 13 }, (_, i) =>
        shape(
          polygon(
            [
              [-r * 1.3 + i * r * 0.22, -y - 50],
              [-r * 1.5 + i * r * 0.26, -y + 50],
            ],
            false,
          ),
          { stroke: lit(c, 0.55), width: 5, opacity: 0.55 },
        ),
      ).join('') +
      [0, 1, 2, 3, 4]
        .map((i) =>
          shape(
            smooth([
              [-r * 1.4, -y - 24 + i * 17],
              [0, -y - 14 + i * 17],
              [r * 1.4, -y - 24 + i * 17],
            ]),
            { stroke: lit(c, 0.55), width: 5, opacity: 0.55 },
          ),
        )
        .join('')
    return (
      shape(skirt, { fill: c }) +
      group(checks, { clip: kit.clip(skirt) }) +
      roundShade(kit, skirt, r * 1.2, 0.9) +
      shape(ellipse(0, -y - 22, r + 2, (r + 2) * TILT), { fill: lit(c, 0.3), opacity: 0.55 }) +
      shape(
        smooth([
          [-r - 4, -y - 2],
          [0, -y + r * TILT + 2],
          [r + 4, -y - 2],
        ]),
        { stroke: pigment.straw, width: 6 },
      ) +
      shape(
        smooth([
          [-6, -y + r * TILT],
          [-30, -y + r * TILT + 24],
          [-14, -y + r * TILT + 34],
        ]),
        { stroke: pigment.straw, width: 5 },
      ) +
      shape(
        smooth([
          [2, -y + r * TILT],
          [22, -y + r * TILT + 28],
          [12, -y + r * TILT + 38],
        ]),
        { stroke: pigment.straw, width: 5 },
      )
    )
  }
  const c = colour ?? (kind === 'wood' ? pigment.wood : '#d0a455')
  const p: Profile = [
    [y - 16, r + 6, 1],
    [y + 22, r + 6, 1],
    [y + 27, r + 1, 1],
  ]
  const grainLines =
    kind === 'wood'
      ? [0, 1, 2]
          .map((i) =>
            shape(patch(p, y - 10 + i * 11, y - 7.5 + i * 11), {
              fill: dim(c, 0.3),
              opacity: 0.45,
            }),
          )
          .join('')
      : Array.from({ length: 19 }, (_, i) => {
          const x = (r + 6) * Math.sin(((i - 9) * 9.5 * Math.PI) / 180)
          return shape(
            polygon(
              [
                [x, -y + 15],
                [x, -y - 20],
              ],
              false,
            ),
            { stroke: dim(c, 0.4), width: 1.6, opacity: 0.4 },
          )
        }).join('')
  return (
    solid(kit, p, c, grainLines) +
    gloss(kit, p, y - 12, y + 18, kind === 'wood' ? 0.2 : 0.8) +
    disc(kit, -y - 27, r + 1, lit(c, 0.24), { shade: 0.1 }) +
    rim(kit, -y - 27, r, { width: 2 })
  )
}

/** Glass jar or bottle with visible content, a lid and a wrapped label. */
export const jar = (kit: Kit, o: Jar): string => {
  const p = profiles[o.shape]
  const top = p[p.length - 1]?.[0] ?? 0
  const neck = p[p.length - 1]?.[1] ?? 0
  const R = Math.max(...p.map((q) => q[1]))
  const level = top * (o.fill ?? (o.shape === 'syrup' || o.shape === 'bottle' ? 0.74 : 0.86))
  const cavity: Profile = p.map(([h, r, c]) =>
    c ? [Math.max(8, h), r - 6, 1] : [Math.max(8, h), r - 6],
  )
  const body = outline(below(cavity, level))
  const rl = radiusAt(cavity, level)
  const c = o.content
  const bits =
    o.kind === 'jam'
      ? Array.from({ length: 40 }, () =>
          shape(
            ellipse(
              kit.random.between(-R, R),
              -kit.random.between(10, level),
              kit.random.between(6, 16),
              kit.random.between(5, 12),
            ),
            {
              fill: kit.random.pick([lit(c, 0.28), dim(c, 0.25), lit(c, 0.14)]),
              opacity: 0.7,
            },
          ),
        ).join('')
      : o.kind === 'pieces' && o.piece
        ? Array.from({ length: 26 }, (_, i) =>
            place(
              o.piece?.(kit) ?? '',
              ((i % 5) - 2) * R * 0.42 + (Math.floor(i / 5) % 2 ? 22 : -6),
              -28 - Math.floor(i / 5) * level * 0.17,
              0.95,
              kit.random.between(-60, 60),
            ),
          ).join('')
        : shape(ellipse(-R * 0.3, -level * 0.5, R * 0.5, level * 0.36), {
            fill: lit(c, 0.6),
            opacity: 0.5,
            filter: kit.blur(22),
          }) +
          Array.from({ length: 9 }, () =>
            shape(
              ellipse(kit.random.between(-R * 0.7, R * 0.7), -kit.random.between(20, level), 3.4),
              {
                fill: lit(c, 0.6),
                opacity: 0.8,
              },
            ),
          ).join('')
  const wide = o.label.style === 'strip' ? 24 : o.label.style === 'disc' ? 44 : 46
  const slim = o.shape === 'syrup' || o.shape === 'vial' || o.shape === 'bottle'
  const [h0, h1] = slim ? [top * 0.1, top * 0.52] : [top * 0.14, top * 0.68]
  const lw = 2 * R * Math.sin((wide * Math.PI) / 180)
  const at = `translate(0 ${-(h0 + h1) / 2 + R * TILT})`
  const stuck =
    o.label.style === 'disc'
      ? group(flatLabel(kit, o.label, Math.min(lw, h1 - h0), Math.min(lw, h1 - h0)), {
          transform: at,
        })
      : shape(patch(p, h0, h1, wide), { fill: labelPaper(o.label) }) +
        group(labelPrint(kit, o.label, lw, h1 - h0), { transform: at })
  return (
    groundShadow(kit, R * 0.96, { strength: 0.9 }) +
    shape(ellipse(R * 0.6, 8, R * 0.8, R * 0.13), { fill: c, opacity: 0.4, filter: kit.blur(9) }) +
    shape(outline(p), { fill: '#ffffff', opacity: 0.34 }) +
    group(
      shape(body, {
        fill: kit.linear(
          [
            [0, lit(c, 0.18)],
            [0.6, c],
            [1, dim(c, 0.2)],
          ],
          90,
        ),
      }) +
        bits +
        roundShade(kit, body, R, 0.85),
      { clip: kit.clip(body) },
    ) +
    shape(ellipse(0, -level, rl, rl * TILT), { fill: lit(c, 0.3), opacity: 0.9 }) +
    stuck +
    (o.label.style === 'disc' ? '' : roundShade(kit, patch(p, h0, h1, wide), R, 0.8)) +
    shape(outline(p), { stroke: '#ffffff', width: 2.4, opacity: 0.5 }) +
    gloss(kit, p, 12, top * 0.82, 0.85) +
    shape(patch(p, 0, 8), { fill: mix(c, '#ffffff', 0.5), opacity: 0.6 }) +
    lidOf(kit, o.lid ?? 'cork', o.lidColour, neck, top)
  )
}
