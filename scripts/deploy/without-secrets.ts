type Variables = Readonly<Record<string, string | undefined>>

/** Names of variables whose values nobody may see, here and in environment files. */
export const secretName = /(KEY|SECRET|TOKEN|PASSWORD)$/

/** Shorter values are words that a sentence may hold by chance. */
const shortest = 6

/**
 * Says every line without the values of secret variables: whatever a tool, a proxy or Tencent Cloud
 * puts into its errors, none of them is printed.
 */
export function withoutSecrets(
  say: (line: string) => void,
  variables: Variables,
): (line: string) => void {
  const secrets = Object.entries(variables)
    .filter(([name]) => secretName.test(name))
    .flatMap(([, value = '']) => [value.trim(), JSON.stringify(value.trim()).slice(1, -1)])
    .filter((value) => value.length >= shortest)
    .sort((a, b) => b.length - a.length)
  return (line) => say(secrets.reduce((text, secret) => text.replaceAll(secret, '•••'), line))
}
