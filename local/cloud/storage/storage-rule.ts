/** What a rule of the storage may look at. */
export interface RuleFacts {
  /** Null for somebody without a login. */
  readonly auth: { readonly openid: string } | null
  /** The owner is absent when a function or the console put the file there. */
  readonly resource: { readonly openid?: string | undefined; readonly path: string }
}

export type RuleExpression = boolean | string

/** A text that is no rule: WeChat would refuse it, or let nobody through. */
export class RuleError extends Error {
  override readonly name = 'RuleError'
}

type Value = string | boolean | null | undefined
type Node = (facts: RuleFacts) => Value

const longest = 1024
const lexeme =
  /\s*(?:(?<sign>\|\||&&|==|!=|[()])|(?<text>"[^"\\]*"|'[^'\\]*')|(?<pattern>\/(?:\\.|[^/\\])+\/)|(?<word>[A-Za-z_]+(?:\.[A-Za-z_]+)?)|(?<test>\.test\())/y

const words: Readonly<Record<string, Node>> = {
  true: () => true,
  false: () => false,
  null: () => null,
  auth: ({ auth }) => (auth === null ? null : 'somebody'),
  'auth.openid': ({ auth }) => auth?.openid,
  'resource.openid': ({ resource }) => resource.openid,
  'resource.path': ({ resource }) => resource.path,
}

/**
 * Reads a rule of the cloud storage: comparisons of `auth.openid`, `resource.openid`,
 * `resource.path` and `/pattern/.test(…)`, put together with `&&` and `||`. What is not known, such
 * as the owner of a file that a function wrote, makes a comparison false whichever way it asks.
 */
export function readRule(rule: RuleExpression): (facts: RuleFacts) => boolean {
  if (typeof rule === 'boolean') return () => rule
  if (rule.length > longest) throw new RuleError(`The rule is over ${longest} characters.`)
  const tokens = tokensOf(rule)
  let at = 0
  const take = (token: string): boolean => {
    if (tokens[at] !== token) return false
    at += 1
    return true
  }
  const need = (token: string) => {
    if (!take(token))
      throw new RuleError(`${token} is missing before '${tokens[at] ?? 'the end'}'.`)
  }
  const either = (): Node => {
    let left = both()
    while (take('||')) {
      const [first, second] = [left, both()]
      left = (facts) => first(facts) === true || second(facts) === true
    }
    return left
  }
  const both = (): Node => {
    let left = comparison()
    while (take('&&')) {
      const [first, second] = [left, comparison()]
      left = (facts) => first(facts) === true && second(facts) === true
    }
    return left
  }
  const comparison = (): Node => {
    const isTest = tokens[at + 1] === '.test('
    const left = operand()
    if (take('==')) return compared(left, operand(), true)
    if (take('!=')) return compared(left, operand(), false)
    if (isTest) throw new RuleError('test(…) has to be compared: == true.')
    return left
  }
  const operand = (): Node => {
    if (take('(')) {
      const inner = either()
      need(')')
      return inner
    }
    const token = tokens[at] ?? 'the end'
    at += 1
    if (/^["']/.test(token)) return () => token.slice(1, -1)
    if (token.startsWith('/')) {
      const pattern = new RegExp(token.slice(1, -1))
      need('.test(')
      const tested = operand()
      need(')')
      return (facts) => pattern.test(String(tested(facts)))
    }
    const word = Object.hasOwn(words, token) ? words[token] : undefined
    if (!word) throw new RuleError(`'${token}' means nothing in a rule of the storage.`)
    return word
  }
  const whole = either()
  if (at < tokens.length) throw new RuleError(`'${tokens[at]}' is one too many.`)
  return (facts) => whole(facts) === true
}

const compared =
  (left: Node, right: Node, isSame: boolean): Node =>
  (facts) => {
    const [one, other] = [left(facts), right(facts)]
    return one !== undefined && other !== undefined && (one === other) === isSame
  }

function tokensOf(rule: string): string[] {
  const tokens: string[] = []
  lexeme.lastIndex = 0
  while (rule.slice(lexeme.lastIndex).trim() !== '') {
    const from = lexeme.lastIndex
    const found = lexeme.exec(rule)
    if (!found) throw new RuleError(`The rule cannot be read from '${rule.slice(from)}' on.`)
    tokens.push(found[0].trim())
  }
  return tokens
}
