import os from 'node:os'

/** Who deploys, in words for the refusal that others see. */
export function ownerOf(variables: Readonly<Record<string, string | undefined>>): string {
  const { GITHUB_ACTIONS, GITHUB_ACTOR, GITHUB_RUN_ID } = variables
  if (GITHUB_ACTIONS === 'true') return `GitHub run ${GITHUB_RUN_ID}, started by ${GITHUB_ACTOR}`
  const user = variables['USER'] ?? variables['USERNAME'] ?? 'somebody'
  return `${user} on ${os.hostname()}, process ${process.pid}`
}
