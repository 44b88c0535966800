/** How files of the package are named in stacks and in the browser's tools. */
export const SOURCE_ROOT = 'miniprogram:///'

/**
 * Runs a text as the body of a function whose parameters are the scope's names, and returns what it
 * returns. The function starts on the text's first line, so that lines in errors are the file's.
 */
export function evaluate(body: string, file: string, scope: Record<string, unknown>): unknown {
  const names = Object.keys(scope)
  const url = SOURCE_ROOT + encodeURI(file)
  // The inner function lets the text declare a name that the scope has.
  const source = `(function(${names.join(',')}){return(function(){${body}\n})()})\n//# sourceURL=${url}`
  // Indirect: the text sees globals only, none of this module's names.
  const run = (0, eval)(source) as (...values: unknown[]) => unknown
  return run(...Object.values(scope))
}
