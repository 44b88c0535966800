/**
 * Options that npm takes for its own when the `--` before them is forgotten, of those with these
 * names, as a person would write them.
 */
export function keptByNpm(
  names: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): string[] {
  const isOn = (name: string) => variables[`npm_config_${name}`] === 'true'
  const kept = names.filter((name) => variables[`npm_config_${name}`] !== undefined)
  // npm reads --plan as four letters of its own: -p, -l, -a and -n.
  const isPlanSpelt =
    names.includes('plan') && !kept.includes('plan') && ['parseable', 'long', 'all'].every(isOn)
  return [...kept, ...(isPlanSpelt ? ['plan'] : [])].map((name) => name.replaceAll('_', '-'))
}
