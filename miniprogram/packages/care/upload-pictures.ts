/** WeChat's own limit for one choice is nine; a wish or review has room for six. */
const mostPictures = 6

/** Pictures a customer chose just now, at most `room` of them; none when they went back. */
export async function choosePictures(room: number): Promise<string[]> {
  // Closing the album is an answer too.
  const chosen = await wx
    .chooseMedia({
      count: Math.min(room, mostPictures),
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['album', 'camera'],
    })
    .catch(() => undefined)
  return chosen?.tempFiles.map(({ tempFilePath }) => tempFilePath) ?? []
}

/**
 * Where a picture goes: in `care` everybody sees it, in `cases` its customer and staff do. The
 * storage's rules know both names.
 */
export type PictureFolder = 'care' | 'cases'

/** The cloud file id of a picture once it has arrived; undefined when it did not. */
export async function uploadPicture(
  filePath: string,
  folder: PictureFolder,
): Promise<string | undefined> {
  const extension = /\.(png|jpe?g|webp)$/i.exec(filePath)?.[1]?.toLowerCase() ?? 'jpg'
  const name = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`
  try {
    const { fileID } = await wx.cloud.uploadFile({
      cloudPath: `${folder}/${name}.${extension}`,
      filePath,
    })
    return fileID
  } catch (error) {
    console.error('uploadFile', error)
    return undefined
  }
}
