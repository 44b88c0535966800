import type { Value } from './value'

/** Hands each value at a path to `visit` until one returns true, and returns whether one did. */
type Values = (visit: (value: Value | undefined) => boolean) => boolean

/** Decides on all the values at one path. */
export type FieldTest = (values: Values) => boolean
