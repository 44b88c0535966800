import type { FieldTest } from './field-test'
import { typeName, type Value } from './value'
import { requestFailed } from './wire-error'

const numericAliases: Readonly<Record<string, string>> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  18: 'long',
}

const names = new Set([...Object.values(numericAliases), 'number'])

/** Compiles `$type`: a type's name or number, or an array of them. */
export function typeTest(operand: Value): FieldTest {
  const wanted = new Set((Array.isArray(operand) ? operand : [operand]).map(toName))
  const matches = (value: Value | undefined): boolean => {
    const name = typeName(value)
    return wanted.has(name) || (typeof value === 'number' && wanted.has('number'))
  }
  return (values) =>
    values((value) => matches(value) || (Array.isArray(value) && value.some(matches)))
}

function toName(type: Value): string {
  const name = typeof type === 'number' ? numericAliases[type] : type
  if (typeof name !== 'string' || !names.has(name))
    throw requestFailed(`Unknown type name alias: ${JSON.stringify(type)}`)
  return name
}
