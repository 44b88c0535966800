import { compareValues } from './order'
import { cloneValue, fieldOf, isDoc, typeName, type Value } from './value'
import { requestFailed } from './wire-error'
import { splitPath } from './paths'
import type { Operator, PathTarget } from './update-paths'

/** Compiles an operator on single values; undefined if the name is not one of them. */
export function fieldOperator(name: string, path: string, operand: Value): Operator | undefined {
  switch (name) {
    case '$set':
      return (target) => target.set(cloneValue(operand))
    case '$unset':
      return (target) => target.unset()
    case '$inc':
      return arithmetic('$inc', path, operand, (value, by) => value + by)
    case '$mul':
      return arithmetic('$mul', path, operand, (value, by) => value * by)
    case '$min':
      return keep(operand, (order) => order > 0)
    case '$max':
      return keep(operand, (order) => order < 0)
    case '$rename':
      return rename(path, operand)
    case '$bit':
      return bitwise(path, operand)
    default:
      return undefined
  }
}

function arithmetic(
  name: string,
  path: string,
  operand: Value,
  compute: (value: number, by: number) => number,
): Operator {
  if (typeof operand !== 'number')
    throw requestFailed(
      `Cannot ${name === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: ` +
        `{${path}: ${JSON.stringify(operand)}}`,
    )
  return (target) => {
    const present = target.get()
    const value = present === undefined ? 0 : present
    if (typeof value !== 'number') throw wrongType(name, path, target, value)
    target.set(compute(value, operand) + 0)
  }
}

function wrongType(name: string, path: string, target: PathTarget, value: Value): Error {
  const id = JSON.stringify(fieldOf(target.doc, '_id') ?? null)
  const field = path.split('.').at(-1) as string
  return requestFailed(
    `Cannot apply ${name} to a value of non-numeric type. ` +
      `{_id: ${id}} has the field '${field}' of non-numeric type ${typeName(value)}`,
  )
}

function keep(operand: Value, replaces: (order: number) => boolean): Operator {
  return (target) => {
    const value = target.get()
    if (value === undefined || replaces(compareValues(value, operand)))
      target.set(cloneValue(operand))
  }
}

function rename(path: string, operand: Value): Operator {
  if (typeof operand !== 'string' || operand === '')
    throw requestFailed(`The 'to' field for $rename must be a string: ${path}`)
  if (operand === path)
    throw requestFailed(`The source and target field for $rename must differ: ${path}`)
  const segments = splitPath(operand)
  return (target) => {
    const value = target.get()
    if (value === undefined) return
    target.unset()
    let parent = target.doc
    for (const segment of segments.slice(0, -1)) {
      const next = fieldOf(parent, segment) ?? {}
      if (!isDoc(next))
        throw requestFailed(`Cannot create field in element {${segment}: ${typeName(next)}}`)
      parent[segment] = next
      parent = next
    }
    parent[segments.at(-1) as string] = value
  }
}

function bitwise(path: string, operand: Value): Operator {
  if (!isDoc(operand)) throw requestFailed(`The $bit modifier needs an object: ${path}`)
  const steps = Object.entries(operand)
  for (const [name, bits] of steps) {
    if (!['and', 'or', 'xor'].includes(name) || !Number.isInteger(bits))
      throw requestFailed(`The $bit modifier only supports 'and', 'or', and 'xor' with integers`)
  }
  return (target) => {
    const value = target.get() ?? 0
    if (typeof value !== 'number' || !Number.isInteger(value))
      throw requestFailed(`Cannot apply $bit to a value of non-integral type: ${path}`)
    target.set(steps.reduce((bits, [name, by]) => combine(name, bits, by as number), value))
  }
}

function combine(name: string, a: number, b: number): number {
  if (name === 'and') return a & b
  return name === 'or' ? a | b : a ^ b
}
