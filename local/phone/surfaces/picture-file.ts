/** A picture as WeChat hands it to a mini program. */
export interface PictureFile {
  bytes: Uint8Array<ArrayBuffer>
  type: string
  width: number
  height: number
}

/** A canvas as a JPEG. */
export async function fileOfCanvas(canvas: HTMLCanvasElement): Promise<PictureFile> {
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', 0.88),
  )
  if (!blob) throw new Error('The picture could not be encoded')
  const { width, height } = canvas
  return { bytes: new Uint8Array(await blob.arrayBuffer()), type: blob.type, width, height }
}

/** A file that the user picked on the computer; rejects when it is no picture. */
export async function fileOfUpload(file: File): Promise<PictureFile> {
  const bitmap = await createImageBitmap(file)
  const { width, height } = bitmap
  bitmap.close()
  return { bytes: new Uint8Array(await file.arrayBuffer()), type: file.type, width, height }
}
