/** What a schema asks of a value beside its form, by the place in the input: `lines[].quantity`. */
export type Limits = Record<string, Record<string, string | number>>

/** What is read of a schema here; valibot keeps more. */
interface SchemaParts {
  kind: string
  type: string
  requirement?: unknown
  pipe?: readonly SchemaParts[]
  entries?: Record<string, SchemaParts>
  item?: SchemaParts
  items?: readonly SchemaParts[]
  wrapped?: SchemaParts
  key?: SchemaParts
  value?: SchemaParts
  options?: readonly unknown[]
}

/** The limits of every place in an input. Of a union, those of its members, one after the other. */
export function limitsOf(schema: unknown): Limits {
  const limits: Limits = {}
  read(schema as SchemaParts, '', limits)
  return limits
}

function read(schema: SchemaParts, path: string, limits: Limits): void {
  limits[path] ??= {}
  for (const part of schema.pipe ?? []) {
    if (part.kind === 'validation') note(part, path, limits)
    else if (part.kind === 'schema' && part !== schema && part.pipe) read(part, path, limits)
  }
  for (const [name, child] of Object.entries(schema.entries ?? {}))
    read(child, path === '' ? name : `${path}.${name}`, limits)
  if (schema.item) read(schema.item, `${path}[]`, limits)
  schema.items?.forEach((item, index) => read(item, `${path}[${index}]`, limits))
  if (schema.wrapped) read(schema.wrapped, path, limits)
  if (schema.key) read(schema.key, `${path}{key}`, limits)
  if (schema.value) read(schema.value, `${path}{}`, limits)
  for (const option of schema.options ?? [])
    if (typeof option === 'object' && option !== null) {
      const member = option as SchemaParts
      read(member, `${path}<${nameOf(member)}>`, limits)
    }
}

/** A member of a union is known by its fixed words, such as `part: 'template'`. */
function nameOf({ type, entries = {} }: SchemaParts): string {
  const words = Object.values(entries).flatMap((entry) =>
    'literal' in entry ? [String(entry.literal)] : [],
  )
  return words.length > 0 ? words.join(' ') : type
}

function note({ type, requirement }: SchemaParts, path: string, limits: Limits): void {
  const at = (limits[path] ??= {})
  if (typeof requirement === 'number') at[type] = narrower(type, at[type], requirement)
  else if (requirement instanceof RegExp)
    at[type] = at[type] === undefined ? String(requirement) : `${at[type]} ${String(requirement)}`
  // A rule written as a function is told by being there: it can be compared no further.
  else at[type] = (Number(at[type]) || 0) + 1
}

/** Of two limits of one place both hold: the one that lets in less says it. */
function narrower(type: string, before: string | number | undefined, now: number): number {
  if (typeof before !== 'number') return now
  return isLower(type) ? Math.min(before, now) : Math.max(before, now)
}

const isLower = (type: string) => /^(max|lt)_/.test(type)
const isExact = (type: string) =>
  /^(not_)?(length|size|value|bytes|graphemes)$|^multiple_of$/.test(type)

/** Which limits keep out what was let in before: an old page would be refused. */
export function narrowed(released: Limits, current: Limits): string[] {
  return Object.entries(current).flatMap(([path, now]) => {
    const before = released[path]
    // An old page does not fill a place that it does not know.
    if (before === undefined) return []
    return Object.entries(now).flatMap(([type, limit]) =>
      isNarrower(type, before[type], limit)
        ? [`${path} ${type} is now ${limit}, before ${before[type] ?? 'nothing'}`]
        : [],
    )
  })
}

/** Whether a limit lets in less; one that was not there before always does. */
function isNarrower(
  type: string,
  before: string | number | undefined,
  now: string | number,
): boolean {
  if (before === undefined) return true
  if (typeof before === 'number' && typeof now === 'number') {
    if (isExact(type)) return now !== before
    return isLower(type) ? now < before : now > before
  }
  return before !== now
}
