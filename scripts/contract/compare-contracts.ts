import type { ContractShape, Field, Shape } from './shape'

type Literal = Extract<Shape, { is: 'literal' }>

/**
 * What breaks a mini program that was released with `released` when the functions speak
 * `current`: phones keep the old pages for days. More actions, optional inputs and outputs are fine.
 */
export function breakingChanges(released: ContractShape, current: ContractShape): string[] {
  return Object.entries(released).flatMap(([action, before]) => {
    const now = current[action]
    if (!now) return [`${action} is gone`]
    const access = before.access === now.access || widens(before.access, now.access)
    return [
      ...(access
        ? []
        : [`${action} is now for "${now.access}" only, before for "${before.access}"`]),
      ...(now.write && !before.write ? [`${action} needs a once-key now`] : []),
      ...mismatches(before.input, now.input, `${action} input`),
      ...mismatches(now.output, before.output, `${action} output`, true),
    ]
  })
}

const audiences = ['visitor', 'member']

/** Whether everybody who was let in before still is. */
function widens(before: string, now: string): boolean {
  if (audiences.includes(now))
    return !audiences.includes(before) || now === 'visitor' || before === now
  if (audiences.includes(before)) return false
  return before.split(' ').every((role) => now.split(' ').includes(role))
}

/**
 * Why a value of the shape `given` is not always one of the shape `taken`. An old page passes
 * over fields and words that are new to it, so an answer may have more of both.
 */
function mismatches(given: Shape, taken: Shape, path: string, isAnswer = false): string[] {
  if (taken.is === 'anything' || (isAnswer && taken.is === 'nothing')) return []
  if (taken.is === 'oneOf') return matchesOne(given, taken.of, path, isAnswer)
  if (given.is === 'oneOf')
    return given.of.flatMap((part) => mismatches(part, taken, path, isAnswer))
  if (given.is === 'literal') {
    if (taken.is === 'literal')
      return given.value === taken.value || (isAnswer && sameType(given, taken))
        ? []
        : [isAnswer ? wrong(path, given, taken) : `${path} no longer takes ${String(given.value)}`]
    return typeof given.value === taken.is ? [] : [wrong(path, given, taken)]
  }
  if (given.is !== taken.is) return [wrong(path, given, taken)]
  if (given.is === 'list' || given.is === 'record')
    return mismatches(given.of, (taken as typeof given).of, `${path}[]`, isAnswer)
  if (given.is === 'object' && taken.is === 'object')
    return fieldMismatches(given.fields, taken.fields, path, isAnswer)
  return []
}

function matchesOne(given: Shape, choices: Shape[], path: string, isAnswer: boolean): string[] {
  const parts = given.is === 'oneOf' ? given.of : [given]
  return parts.flatMap((part) => {
    const tries = choices.map((choice) => mismatches(part, choice, path, isAnswer))
    if (tries.some((problems) => problems.length === 0)) return []
    const nearest = tries
      .filter((_, index) => sameKind(part, choices[index]!))
      .sort((a, b) => a.length - b.length)[0]
    if (nearest) return nearest
    // A kind of answer an old page does not know is passed over by its switch, if it has one.
    return isAnswer && part.is === 'object' && choices.some(({ is }) => is === 'object')
      ? []
      : [wrong(path, part, { is: 'oneOf', of: choices })]
  })
}

const sameType = (a: Literal, b: Literal) => typeof a.value === typeof b.value

/** Members of a union are told apart by a fixed word such as `kind`. */
function sameKind(a: Shape, b: Shape): boolean {
  if (a.is !== 'object' || b.is !== 'object') return a.is === b.is
  return Object.entries(a.fields).every(([name, { shape }]) => {
    const other = b.fields[name]?.shape
    return shape.is !== 'literal' || other?.is !== 'literal' || shape.value === other.value
  })
}

function fieldMismatches(
  given: Record<string, Field>,
  taken: Record<string, Field>,
  path: string,
  isAnswer: boolean,
): string[] {
  const problems: string[] = []
  for (const [name, field] of Object.entries(taken)) {
    const there = given[name]?.shape.is === 'nothing' ? undefined : given[name]
    if (!there || (there.optional && !field.optional)) {
      if (!field.optional)
        problems.push(
          isAnswer
            ? `${path}.${name} is not always there any more`
            : `${path}.${name} is required now`,
        )
      if (!there) continue
    }
    problems.push(...mismatches(there.shape, field.shape, `${path}.${name}`, isAnswer))
  }
  // Inputs are strict: a field that is not known any more is refused.
  if (!isAnswer)
    for (const name of Object.keys(given))
      if (!taken[name]) problems.push(`${path}.${name} is not taken any more`)
  return problems
}

const wrong = (path: string, given: Shape, taken: Shape) =>
  `${path}: ${wordOf(given)} is not ${wordOf(taken)}`
const wordOf = (shape: Shape): string =>
  shape.is === 'literal'
    ? JSON.stringify(shape.value)
    : shape.is === 'oneOf'
      ? shape.of.map(wordOf).join(' | ')
      : shape.is
