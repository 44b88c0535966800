import { compileExpression } from './expression'
import { fieldTest } from './operators'
import { visitPath, splitPath } from './paths'
import { isDoc, fieldOf, type Doc, type Value } from './value'
import { requestFailed } from './wire-error'

/** Decides whether a document matches a query. */
export type Matcher = (doc: Doc) => boolean

/** Compiles an `$expr`. */
type CompileExpression = (expression: Value) => Matcher

/**
 * Compiles a query with MongoDB's semantics (dotted paths, arrays, type bracketing). Throws
 * DATABASE_REQUEST_FAILED with MongoDB's text for what MongoDB refuses, and for what is unknown
 * here, so that nothing is silently not filtered.
 */
export function compileQuery(query: Doc, compile: CompileExpression = compileExpression): Matcher {
  const tests = Object.keys(query).map((name) => clause(name, query[name] as Value, compile))
  return all(tests)
}

function clause(name: string, condition: Value, compile: CompileExpression): Matcher {
  switch (name) {
    case '$and':
      return all(branches(name, condition, compile))
    case '$or':
      return some(branches(name, condition, compile))
    case '$nor': {
      const any = some(branches(name, condition, compile))
      return (doc) => !any(doc)
    }
    case '$expr':
      return compile(condition)
    case '$comment':
      return () => true
  }
  if (name.startsWith('$')) throw requestFailed(`unknown top level operator: ${name}`)
  return compileField(name, condition)
}

function compileField(path: string, condition: Value): Matcher {
  const test = fieldTest(condition, compileQuery)
  const segments = splitPath(path)
  const [first] = segments
  if (segments.length === 1 && first !== undefined) {
    return (doc) => test((visit) => visit(fieldOf(doc, first)))
  }
  return (doc) => test((visit) => visitPath(doc, segments, visit))
}

function branches(operator: string, condition: Value, compile: CompileExpression): Matcher[] {
  if (!Array.isArray(condition) || condition.length === 0)
    throw requestFailed(`${operator} must be a nonempty array`)
  return condition.map((branch) => {
    if (!isDoc(branch)) throw requestFailed(`${operator} entries need to be full objects`)
    return compileQuery(branch, compile)
  })
}

function all(tests: Matcher[]): Matcher {
  const [only] = tests
  if (only !== undefined && tests.length === 1) return only
  return (doc) => tests.every((test) => test(doc))
}

function some(tests: Matcher[]): Matcher {
  return (doc) => tests.some((test) => test(doc))
}
