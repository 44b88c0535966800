const words = new Set(['true', 'false', 'null', 'undefined', 'NaN', 'Infinity'])

/** What stands between `{{` and `}}` in a markup, comments left out. */
export const expressionsIn = (markup: string): string[] =>
  [...markup.replace(/<!--[\s\S]*?-->/g, '').matchAll(/\{\{([\s\S]*?)\}\}/g)].map(
    ([, expression = '']) => expression,
  )

/** The names an expression reads, each with the fixed members read from it: `t.cart.title`. */
export function namesIn(expression: string): string[][] {
  const code = expression.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, "''")
  return [...code.matchAll(/(?<![\w$.])[A-Za-z_$][\w$]*(?:\s*\.\s*[A-Za-z_$][\w$]*)*/g)]
    .filter(({ index, 0: chain }) => !isKey(code, index, chain))
    .map(([chain]) => chain.split('.').map((name) => name.trim()))
    .filter(([root = '']) => !words.has(root))
}

/** Whether it is a key of an object written out, `{ title: a }`, and so reads nothing. */
function isKey(code: string, index: number, chain: string): boolean {
  const before = code.slice(0, index).trimEnd().slice(-1)
  const after = code
    .slice(index + chain.length)
    .trimStart()
    .charAt(0)
  return after === ':' && (before === '{' || before === ',' || before === '')
}
