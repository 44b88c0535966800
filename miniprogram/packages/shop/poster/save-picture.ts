type Saved = 'saved' | 'cancelled' | 'denied' | 'failed'

/**
 * Puts a picture into the phone's album. WeChat asks the first time and remembers a refusal, so
 * that asking again is only possible in its settings: `denied` is for offering the way there.
 */
export async function savePicture(filePath: string): Promise<Saved> {
  try {
    await wx.saveImageToPhotosAlbum({ filePath })
    return 'saved'
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string }
    if (/auth den|authorize no response/.test(errMsg)) return 'denied'
    if (errMsg.includes('cancel')) return 'cancelled'
    console.error('saveImageToPhotosAlbum', error)
    return 'failed'
  }
}
