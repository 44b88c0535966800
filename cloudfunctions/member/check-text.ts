import { openapi } from '../_kit/cloud'

/** WeChat's number for texts of a profile, and of the interface's version. */
const profileScene = 1
const version = 2

/**
 * Whether WeChat takes a text for harmless enough to be shown to others: only `risky` is not.
 * Throws when the check does not answer.
 */
export async function isHarmless(content: string, openid: string): Promise<boolean> {
  const answer = await openapi.security.msgSecCheck({
    version,
    scene: profileScene,
    openid,
    content,
  })
  return (answer.result as { suggest?: string } | undefined)?.suggest !== 'risky'
}
