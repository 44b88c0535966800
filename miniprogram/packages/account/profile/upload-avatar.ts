/**
 * Puts a picture the member has just chosen into cloud storage and says its file id; undefined
 * when it is still the known one, `failed` when it did not arrive.
 */
export async function uploadAvatar(
  chosen: string,
  known: string | undefined,
): Promise<string | undefined> {
  if (chosen === '' || chosen === known || chosen.startsWith('cloud://')) return undefined
  const extension = /\.(png|jpe?g|webp)$/i.exec(chosen)?.[1]?.toLowerCase() ?? 'png'
  const name = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`
  try {
    const { fileID } = await wx.cloud.uploadFile({
      cloudPath: `avatars/${name}.${extension}`,
      filePath: chosen,
    })
    return fileID
  } catch (error) {
    console.error('uploadFile', error)
    return 'failed'
  }
}
