import type { Shape } from './shape'

/**
 * Why an answer, as it arrives, is not what a page counts on that was written against this form.
 * Such a page passes over fields, words and kinds of object that are new to it.
 */
export function answerProblems(value: unknown, shape: Shape, path: string): string[] {
  switch (shape.is) {
    case 'anything':
    case 'nothing':
    case 'again':
      return []
    case 'literal':
      return expectType(value, typeof shape.value, path)
    case 'null':
      return value === null ? [] : [`${path} is ${kindOf(value)}, not null`]
    case 'list':
      if (!Array.isArray(value)) return [`${path} is ${kindOf(value)}, not a list`]
      return value.flatMap((item) => answerProblems(item, shape.of, `${path}[]`))
    case 'record':
      if (!isObject(value)) return [`${path} is ${kindOf(value)}, not an object`]
      return Object.values(value).flatMap((part) => answerProblems(part, shape.of, `${path}{}`))
    case 'object':
      return objectProblems(value, shape, path)
    case 'oneOf':
      return choiceProblems(value, shape.of, path)
    default:
      return expectType(value, shape.is, path)
  }
}

function objectProblems(
  value: unknown,
  { fields }: Extract<Shape, { is: 'object' }>,
  path: string,
): string[] {
  if (!isObject(value)) return [`${path} is ${kindOf(value)}, not an object`]
  return Object.entries(fields).flatMap(([name, { shape, optional }]) => {
    const part = value[name]
    if (part !== undefined) return answerProblems(part, shape, `${path}.${name}`)
    return optional || shape.is === 'nothing' ? [] : [`${path}.${name} is missing`]
  })
}

function choiceProblems(value: unknown, choices: readonly Shape[], path: string): string[] {
  const meant = choices.filter((choice) => choice.is !== 'object' || isMeant(value, choice))
  const tries = meant.map((choice) => answerProblems(value, choice, path))
  if (tries.some((problems) => problems.length === 0)) return []
  const hasObjects = choices.some(({ is }) => is === 'object')
  const meansOne = meant.some(({ is }) => is === 'object')
  // A kind of object that was not there before.
  if (isObject(value) && hasObjects && !meansOne) return []
  return tries.at(-1) ?? [`${path} is ${kindOf(value)}, not an object`]
}

/** Members of a union are told apart by their fixed words, such as `kind`. */
const isMeant = (value: unknown, { fields }: Extract<Shape, { is: 'object' }>): boolean =>
  isObject(value) &&
  Object.entries(fields).every(
    ([name, { shape }]) => shape.is !== 'literal' || value[name] === shape.value,
  )

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value

const expectType = (value: unknown, type: string, path: string): string[] =>
  typeof value === type ? [] : [`${path} is ${kindOf(value)}, not ${type}`]
