import type * as aggregator from 'mingo/aggregator'
import type * as core from 'mingo/core'
import type * as lazy from 'mingo/lazy'
import type * as accumulator from 'mingo/operators/accumulator'
import type * as expression from 'mingo/operators/expression'
import type * as pipeline from 'mingo/operators/pipeline'
import type * as projection from 'mingo/operators/projection'
import { createRequire } from 'node:module'

/** The parts of mingo, which runs aggregations. */
interface Mingo {
  aggregator: typeof aggregator
  core: typeof core
  lazy: typeof lazy
  operators: {
    accumulator: typeof accumulator
    expression: typeof expression
    pipeline: typeof pipeline
    projection: typeof projection
  }
}

const load = createRequire(__filename)
let loaded: Mingo | undefined

/** mingo, loaded when it is first asked for: it takes longer than all the rest of the database. */
export function mingo(): Mingo {
  return (loaded ??= {
    aggregator: load('mingo/aggregator') as typeof aggregator,
    core: load('mingo/core') as typeof core,
    lazy: load('mingo/lazy') as typeof lazy,
    operators: {
      accumulator: load('mingo/operators/accumulator') as typeof accumulator,
      expression: load('mingo/operators/expression') as typeof expression,
      pipeline: load('mingo/operators/pipeline') as typeof pipeline,
      projection: load('mingo/operators/projection') as typeof projection,
    },
  })
}
