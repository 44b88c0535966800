/** A name no other file has. */
const newName = (): string =>
  `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10).padEnd(8, '0')}`

const extensionOf = (path: string, usual: string) =>
  /\.([a-z0-9]{3,4})$/i.exec(path)?.[1]?.toLowerCase() ?? usual

async function upload(filePath: string, usual: string): Promise<string | undefined> {
  try {
    const cloudPath = `catalogue/${newName()}.${extensionOf(filePath, usual)}`
    return (await wx.cloud.uploadFile({ cloudPath, filePath })).fileID
  } catch (error) {
    console.error('uploadFile', error)
    return undefined
  }
}

/** Pictures that were chosen and stored, by cloud file id, in their order; undefined: none chosen. */
export async function choosePictures(
  count: number,
): Promise<{ stored: string[]; failed: number } | undefined> {
  const chosen = await wx
    .chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] })
    .catch(() => undefined)
  if (!chosen) return undefined
  const found = await Promise.all(
    chosen.tempFiles.map(({ tempFilePath }) => upload(tempFilePath, 'jpg')),
  )
  const stored = found.filter((fileId) => fileId !== undefined)
  return { stored, failed: found.length - stored.length }
}

/** A video with its first picture, stored; undefined when none was chosen or it did not arrive. */
export async function chooseVideo(): Promise<{ src: string; poster: string } | undefined> {
  const chosen = await wx
    .chooseMedia({ count: 1, mediaType: ['video'], maxDuration: 60 })
    .catch(() => undefined)
  const file = chosen?.tempFiles[0]
  if (!file) return undefined
  const [src, poster] = await Promise.all([
    upload(file.tempFilePath, 'mp4'),
    upload(file.thumbTempFilePath, 'jpg'),
  ])
  return src !== undefined && poster !== undefined ? { src, poster } : undefined
}
