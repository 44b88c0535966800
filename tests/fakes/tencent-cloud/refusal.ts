/** An answer of Tencent Cloud's that says no. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** One interface of Tencent Cloud: what it does to the state, and its answer. */
export type Action = (parameters: Parameters) => object
export type Parameters = Record<string, unknown>

/** A parameter that has to be a text. */
export function text(parameters: Parameters, name: string): string {
  const value = parameters[name]
  if (typeof value !== 'string' || value === '')
    throw new Refusal('MissingParameter', `The request misses ${name}.`)
  return value
}
