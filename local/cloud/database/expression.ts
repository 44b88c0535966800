import { Context, evalExpr, ProcessingMode } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import type { Options } from 'mingo/types'
import { expressionOperators } from './expression-operators'
import type { Doc, Value } from './value'
import { requestFailed } from './wire-error'

type OperatorGroups = NonNullable<Parameters<(typeof Context)['init']>[0]>

/** How mingo is to run: its operators, with ours in the place of those that differ from MongoDB's. */
export function mingoOptions(own: {
  stages?: Readonly<Record<`$${string}`, unknown>>
  collectionResolver?: Options['collectionResolver']
}): Options {
  const groups = {
    accumulator: { ...accumulators },
    expression: { ...expressions, ...expressionOperators },
    pipeline: { ...stages, ...own.stages },
    projection: { ...projections },
  }
  return {
    idKey: '_id',
    processingMode: ProcessingMode.CLONE_OFF,
    useStrictMode: true,
    scriptEnabled: false,
    failOnError: true,
    collectionResolver: own.collectionResolver,
    // mingo's own type of an operator does not admit any single one.
    context: Context.init(groups as unknown as OperatorGroups),
  }
}

const plainOptions = mingoOptions({})

/** Compiles `$expr`, an aggregation expression that decides on a document. */
export function compileExpression(expression: Value): (doc: Doc) => boolean {
  return expressionTest(expression, plainOptions)
}

/** As `compileExpression`, with the variables that the options bring. */
export function expressionTest(expression: Value, options: Options): (doc: Doc) => boolean {
  return (doc) => {
    const value = evaluate(doc, expression, options)
    return value !== undefined && value !== null && value !== false && value !== 0
  }
}

function evaluate(doc: Doc, expression: Value, options: Options): unknown {
  try {
    return evalExpr(doc, expression, options)
  } catch (error) {
    throw requestFailed(`$expr: ${(error as Error).message}`)
  }
}
