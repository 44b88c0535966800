import path from 'node:path'
import ts from 'typescript'
import { contract } from '../../shared/contract'
import type { ActionDefinition } from '../../shared/contract/define'
import { projectRoot } from '../paths'
import type { ContractShape, Field, Shape } from './shape'

const place = path.join(projectRoot, 'shared', 'contract', 'released-shapes.ts')
const question = `
import type { AppContract } from './index'
import type { DeclaredErrorOf, InputOf, OutputOf } from './define'
export declare const inputs: { [A in keyof AppContract]: InputOf<AppContract[A]> }
export declare const outputs: { [A in keyof AppContract]: OutputOf<AppContract[A]> }
export declare const errors: { [A in keyof AppContract]: DeclaredErrorOf<AppContract[A]> }
`

/** The contract as it is in the sources, types of outputs included: asked of the compiler. */
export function readContract(): ContractShape {
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
    noEmit: true,
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.fileExists = (file) => file === place || fileExists.call(host, file)
  host.getSourceFile = (file, ...rest) =>
    file === place
      ? ts.createSourceFile(file, question, ts.ScriptTarget.ES2022, true)
      : getSourceFile.call(host, file, ...rest)
  const program = ts.createProgram([place], options, host)
  const source = program.getSourceFile(place)
  if (!source) throw new Error('the compiler did not take the question')
  const reader = new ShapeReader(program.getTypeChecker(), source)
  const [inputs, outputs, errors] = ['inputs', 'outputs', 'errors'].map((name) =>
    reader.fieldsOf(name),
  )
  return Object.fromEntries(
    Object.entries(contract)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([action, definition]: [string, ActionDefinition]) => [
        action,
        {
          access: accessOf(definition),
          ...(definition.write ? { write: true as const } : {}),
          input: inputs![action]!.shape,
          output: whole(outputs![action]!),
          errors: literalsOf(errors![action]!.shape),
        },
      ]),
  )
}

const accessOf = ({ access }: ActionDefinition) =>
  typeof access === 'string' ? access : [...access.staff].sort().join(' ')

/** An answer that may be none at all is one of two. */
const whole = ({ shape, optional }: Field): Shape =>
  optional ? { is: 'oneOf', of: [{ is: 'nothing' }, shape] } : shape

const literalsOf = (shape: Shape): string[] => {
  if (shape.is === 'literal') return [String(shape.value)]
  return shape.is === 'oneOf' ? shape.of.flatMap(literalsOf).sort() : []
}

class ShapeReader {
  private readonly open: ts.Type[] = []

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly source: ts.SourceFile,
  ) {}

  /** The fields of a declared constant. */
  fieldsOf(name: string): Record<string, Field> {
    const symbol = this.checker
      .getExportsOfModule(this.checker.getSymbolAtLocation(this.source)!)
      .find((exported) => exported.name === name)!
    const shape = this.shapeOf(this.checker.getTypeOfSymbol(symbol))
    return shape.is === 'object' ? shape.fields : {}
  }

  private shapeOf(type: ts.Type): Shape {
    if (type.isUnion()) return this.union(type.types)
    if (type.isStringLiteral() || type.isNumberLiteral())
      return { is: 'literal', value: type.value }
    const { flags } = type
    if (flags & ts.TypeFlags.BooleanLiteral)
      return { is: 'literal', value: this.checker.typeToString(type) === 'true' }
    if (flags & ts.TypeFlags.StringLike) return { is: 'string' }
    if (flags & ts.TypeFlags.NumberLike) return { is: 'number' }
    if (flags & ts.TypeFlags.BooleanLike) return { is: 'boolean' }
    if (flags & ts.TypeFlags.Null) return { is: 'null' }
    if (flags & ts.TypeFlags.Never) return { is: 'oneOf', of: [] }
    if (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) return { is: 'nothing' }
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return { is: 'anything' }
    return this.structured(type)
  }

  /** A field that may be undefined does not travel then: it is an optional one. */
  private fieldOf(symbol: ts.Symbol): Field {
    const type = this.checker.getTypeOfSymbol(symbol)
    const parts = type.isUnion() ? type.types : [type]
    const there = parts.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined))
    const isOptional = Boolean(symbol.flags & ts.SymbolFlags.Optional)
    if (there.length === 0 || there.length === parts.length)
      return { shape: this.shapeOf(type), ...(isOptional ? { optional: true } : {}) }
    return { shape: this.union(there), optional: true }
  }

  private union(types: readonly ts.Type[]): Shape {
    const shapes = types.map((part) => this.shapeOf(part))
    const booleans = shapes.filter(
      (shape) => shape.is === 'literal' && typeof shape.value === 'boolean',
    )
    const rest: Shape[] = booleans.length === 2 ? [{ is: 'boolean' }] : booleans
    const parts = [...rest, ...shapes.filter((shape) => !booleans.includes(shape))]
    if (parts.length === 1) return parts[0]!
    return {
      is: 'oneOf',
      of: parts.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    }
  }

  private structured(type: ts.Type): Shape {
    if (this.open.includes(type)) return { is: 'again', name: this.checker.typeToString(type) }
    this.open.push(type)
    try {
      if (this.checker.isArrayType(type) || this.checker.isTupleType(type)) {
        const items = this.checker.getTypeArguments(type as ts.TypeReference)
        return { is: 'list', of: this.union(items) }
      }
      const values = this.checker.getIndexTypeOfType(type, ts.IndexKind.String)
      if (values) return { is: 'record', of: this.shapeOf(values) }
      const fields = this.checker
        .getPropertiesOfType(type)
        .map((symbol): [string, Field] => [symbol.name, this.fieldOf(symbol)])
      return {
        is: 'object',
        fields: Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1))),
      }
    } finally {
      this.open.pop()
    }
  }
}
