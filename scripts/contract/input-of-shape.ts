import fc from 'fast-check'
import type { Shape } from './shape'

/** Inputs as a page makes them that was written against this form. */
export function inputOfShape(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.is) {
    case 'string':
      return fc.string({ maxLength: 12 })
    case 'number':
      return fc.nat(100)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'literal':
      return fc.constant(shape.value)
    case 'list':
      return fc.array(inputOfShape(shape.of), { maxLength: 3 })
    case 'record':
      return fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), inputOfShape(shape.of), {
        maxKeys: 3,
      })
    case 'oneOf':
      return fc.oneof(...shape.of.map(inputOfShape))
    case 'object':
      return objectOf(shape)
    case 'anything':
      return fc.constantFrom<unknown>('', 0, {})
    // A form that contains itself ends here: what is absent fits wherever it may end.
    case 'again':
    case 'nothing':
      return fc.constant(undefined)
  }
}

function objectOf({ fields }: Extract<Shape, { is: 'object' }>): fc.Arbitrary<unknown> {
  const values = Object.entries(fields).map(([name, { shape }]) => [name, inputOfShape(shape)])
  return fc.record(Object.fromEntries(values) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: Object.keys(fields).filter((name) => !fields[name]?.optional),
  })
}
