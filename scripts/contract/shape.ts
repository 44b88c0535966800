/** The form of a value, as far as a page and a function have to agree on it. */
export type Shape =
  | { is: 'string' | 'number' | 'boolean' | 'null' | 'anything' | 'nothing' }
  | { is: 'literal'; value: string | number | boolean }
  | { is: 'list'; of: Shape }
  | { is: 'record'; of: Shape }
  | { is: 'object'; fields: Record<string, Field> }
  | { is: 'oneOf'; of: Shape[] }
  /** A type that contains itself; named where it stands a second time. */
  | { is: 'again'; name: string }

export interface Field {
  shape: Shape
  optional?: true
}

/** What two sides agree on for one action. */
export interface ActionShape {
  access: string
  /** Whether it needs a once-key, which a page sends only with what it knows to be a write. */
  write?: true
  input: Shape
  output: Shape
  errors: string[]
}
export type ContractShape = Record<string, ActionShape>
