/** Lets somebody choose a picture and stores it; undefined when nothing was chosen or it failed. */
export async function uploadLogo(): Promise<string | undefined> {
  try {
    const { tempFiles } = await wx.chooseMedia({ count: 1, mediaType: ['image'] })
    const filePath = tempFiles[0]?.tempFilePath
    if (!filePath) return undefined
    const extension = /\.(png|jpe?g|webp)$/i.exec(filePath)?.[1]?.toLowerCase() ?? 'png'
    const name = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`
    const cloudPath = `company/${name}.${extension}`
    return (await wx.cloud.uploadFile({ cloudPath, filePath })).fileID
  } catch (error) {
    // Closing the album is an answer too.
    console.info('uploadLogo', error)
    return undefined
  }
}
