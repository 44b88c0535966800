import type { FieldProblem } from '../../shared/contract/define'

/**
 * A refusal on its way out of a handler: it rolls a transaction back and becomes the failure on
 * the wire. Everything else that is thrown is a fault of ours and becomes INTERNAL.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly detail?: unknown,
  ) {
    super(code)
    this.name = 'Refusal'
  }
}

/** The refusal for an input that cannot be taken, naming the fields. */
export const invalidInput = (...problems: FieldProblem[]): Refusal =>
  new Refusal('INVALID_INPUT', problems)
