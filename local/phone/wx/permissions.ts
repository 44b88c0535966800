import { ApiFailure } from './define-api'
import type { PhoneContext } from './phone-context'

/** The scopes a mini program may ask for, with the words of WeChat's dialog. */
export const SCOPES: Readonly<Record<string, string>> = {
  'scope.userLocation': '获取你的位置信息',
  'scope.userFuzzyLocation': '获取你的模糊位置信息',
  'scope.writePhotosAlbum': '保存图片或视频到你的相册',
  'scope.camera': '使用你的摄像头',
  'scope.record': '使用你的麦克风',
}

const DEFAULT_REASONS: Readonly<Record<string, string>> = {
  'scope.userLocation': '你的位置信息将用于小程序位置接口的效果展示',
  'scope.userFuzzyLocation': '你的模糊位置信息将用于小程序位置接口的效果展示',
}

/**
 * Passes when the user allows the scope, asks when the user never said, and fails with
 * `auth deny` otherwise: WeChat asks once and remembers the answer.
 */
export async function requirePermission(
  { host, surfaces }: PhoneContext,
  scope: string,
): Promise<void> {
  const known = host.device.permissions[scope]
  const answer = known ?? (await ask())
  if (answer === 'deny') throw new ApiFailure('auth deny', { errno: 103 })

  async function ask(): Promise<'allow' | 'deny'> {
    const { permission } = host.appConfig as { permission?: Record<string, { desc?: string }> }
    const allowed = await surfaces.permission({
      what: SCOPES[scope] ?? scope,
      reason: permission?.[scope]?.desc ?? DEFAULT_REASONS[scope] ?? '',
    })
    const decided = allowed ? 'allow' : 'deny'
    host.changeDevice({ permissions: { ...host.device.permissions, [scope]: decided } })
    return decided
  }
}
