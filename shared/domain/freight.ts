/** What one kind of delivery costs to some provinces, by the weight of what goes there. */
export interface FreightZone {
  /** Provinces as `wx.chooseAddress` names them; an empty list is everywhere else. */
  provinces: string[]
  /** The first so many grams cost this, each further begun step costs so much more. */
  firstGrams: number
  firstFen: number
  stepGrams: number
  stepFen: number
  /** Goods for this much go for nothing; absent when never. */
  freeFromFen?: number
  /** Nothing is delivered there. */
  isExcluded?: boolean
}

/** Freight by region and weight; the zone that names the province counts, else the empty one. */
export interface FreightTemplate {
  zones: FreightZone[]
}

/** Pieces of one SKU that are to be sent. */
export interface FreightLine {
  amountFen: number
  quantity: number
  /** Of one piece; unknown counts as nothing. */
  weightGrams?: number
  freightTemplateId?: string
}

/** The zone that names the province, else the one for everywhere else. */
function zoneOf({ zones }: FreightTemplate, province: string | undefined): FreightZone | undefined {
  const named =
    province === undefined
      ? undefined
      : zones.find(({ provinces }) => provinces.some((name) => isSameProvince(name, province)))
  return named ?? zones.find(({ provinces }) => provinces.length === 0)
}

/** "云南", "云南省": no two provinces begin with the same two characters. */
const isSameProvince = (a: string, b: string): boolean => a.slice(0, 2) === b.slice(0, 2)

/** What a zone asks for this weight: the first grams, then every step that is begun. */
export function zoneFeeFen(zone: FreightZone, grams: number): number {
  const more = Math.max(0, grams - zone.firstGrams)
  const steps = zone.stepGrams > 0 ? Math.ceil(more / zone.stepGrams) : 0
  return zone.firstFen + steps * zone.stepFen
}

/** Freight by templates; goods whose template is not there cost the company's flat fee. */
interface FreightRules {
  parcel: { feeFen: number; freeFromFen: number }
  templates: ReadonlyMap<string, FreightTemplate>
}

/** The template of goods that name none. */
const defaultTemplateId = 'default'

interface Part {
  feeFen: number
  freeFromFen?: number | undefined
}

/**
 * What these goods cost to send to a province: each template's goods are weighed together, and
 * what all goods cost decides which parts go for nothing. `freeFromFen` is where everything does.
 * Undefined when something of it is not delivered there.
 */
export function freightOf(
  lines: readonly FreightLine[],
  { parcel, templates }: FreightRules,
  province: string | undefined,
): { feeFen: number; freeFromFen?: number } | undefined {
  const goodsFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const gramsByTemplate = new Map<string, number>()
  for (const { freightTemplateId: id, weightGrams = 0, quantity } of lines) {
    const template = id !== undefined && templates.has(id) ? id : defaultTemplateId
    gramsByTemplate.set(template, (gramsByTemplate.get(template) ?? 0) + weightGrams * quantity)
  }
  const parts: Part[] = []
  for (const [id, grams] of gramsByTemplate) {
    const template = templates.get(id)
    if (!template) {
      parts.push(parcel)
      continue
    }
    const zone = zoneOf(template, province)
    if (!zone || zone.isExcluded) return undefined
    parts.push({ feeFen: zoneFeeFen(zone, grams), freeFromFen: zone.freeFromFen })
  }
  return together(parts, goodsFen)
}

/** A part that is free by itself is left out, unless all of them become free at once. */
function together(parts: readonly Part[], goodsFen: number) {
  const thresholds = parts.map(({ freeFromFen }) => freeFromFen)
  const last = thresholds.every((fen) => fen !== undefined)
    ? Math.max(...(thresholds as number[]))
    : undefined
  const isFree = ({ freeFromFen }: Part) =>
    freeFromFen !== undefined && freeFromFen <= goodsFen && freeFromFen !== last
  const feeFen = parts.reduce((sum, part) => sum + (isFree(part) ? 0 : part.feeFen), 0)
  return { feeFen, ...(last === undefined || parts.length === 0 ? {} : { freeFromFen: last }) }
}
