import type { Context } from 'mingo/core'
import type { Options } from 'mingo/types'
import { expressionOperators } from './expression-operators'
import { mingo } from './mingo'
import type { Doc, Value } from './value'
import { requestFailed } from './wire-error'

type OperatorGroups = NonNullable<Parameters<(typeof Context)['init']>[0]>

/** How mingo is to run: its operators, with ours in the place of those that differ from MongoDB's. */
export function mingoOptions(own: {
  stages?: Readonly<Record<`$${string}`, unknown>>
  collectionResolver?: Options['collectionResolver']
}): Options {
  const { core, operators } = mingo()
  const groups = {
    accumulator: { ...operators.accumulator },
    expression: { ...operators.expression, ...expressionOperators },
    pipeline: { ...operators.pipeline, ...own.stages },
    projection: { ...operators.projection },
  }
  return {
    idKey: '_id',
    processingMode: core.ProcessingMode.CLONE_OFF,
    useStrictMode: true,
    scriptEnabled: false,
    failOnError: true,
    collectionResolver: own.collectionResolver,
    // mingo's own type of an operator does not admit any single one.
    context: core.Context.init(groups as unknown as OperatorGroups),
  }
}

/** Compiles `$expr`, an aggregation expression that decides on a document. */
export function compileExpression(expression: Value): (doc: Doc) => boolean {
  return expressionTest(expression, mingoOptions({}))
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
    return mingo().core.evalExpr(doc, expression, options)
  } catch (error) {
    throw requestFailed(`$expr: ${(error as Error).message}`)
  }
}
