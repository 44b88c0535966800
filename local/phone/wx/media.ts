import { type Api, ApiFailure, asyncApi } from './define-api'
import { loadFile, loadPicture, resourceUrl } from './files/resources'
import { requirePermission } from './permissions'
import type { PhoneContext } from './phone-context'

const MOST_MEDIA = 20
const MOST_IMAGES = 9

/** Choosing, looking at and saving pictures. */
export function mediaApis(phone: PhoneContext): Api[] {
  return [...chooseApis(phone), ...pictureApis(phone)]
}

function chooseApis({ host, surfaces, privacy, files }: PhoneContext): Api[] {
  const choose = async (api: string, count: number, sourceType: unknown[] | undefined) => {
    await privacy.require(api)
    const sources = (sourceType ?? ['album', 'camera']).filter(
      (source) => source === 'album' || source === 'camera',
    )
    const pictures = await surfaces.choosePictures({ count, camera: sources.includes('camera') })
    if (!pictures || pictures.length === 0) throw new ApiFailure('cancel')
    return pictures.map((picture) => ({
      ...picture,
      path: files.addTemporary(picture.bytes, picture.type),
    }))
  }
  return [
    asyncApi(
      host,
      'chooseMedia',
      {
        count: 'Number',
        mediaType: 'Array',
        sourceType: 'Array',
        sizeType: 'Array',
        maxDuration: 'Number',
        camera: 'String',
      },
      async ({ count = 9, mediaType = ['image', 'video'], sourceType }) => {
        if (!mediaType.some((type) => type === 'image' || type === 'mix')) {
          throw new ApiFailure('the local phone has pictures only, no videos')
        }
        const chosen = await choose('chooseMedia', Math.min(count, MOST_MEDIA), sourceType)
        return {
          type: 'image',
          tempFiles: chosen.map(({ path, bytes, width, height }) => ({
            tempFilePath: path,
            size: bytes.length,
            fileType: 'image',
            width,
            height,
          })),
        }
      },
      ['tempFiles', 'type'],
    ),
    asyncApi(
      host,
      'chooseImage',
      { count: 'Number', sizeType: 'Array', sourceType: 'Array' },
      async ({ count = 9, sourceType }) => {
        const chosen = await choose('chooseImage', Math.min(count, MOST_IMAGES), sourceType)
        return {
          tempFilePaths: chosen.map(({ path }) => path),
          tempFiles: chosen.map(({ path, bytes }) => ({ path, size: bytes.length })),
        }
      },
      ['tempFilePaths', 'tempFiles'],
    ),
  ]
}

function pictureApis(phone: PhoneContext): Api[] {
  const { host, surfaces, privacy, files } = phone
  const look = (urls: readonly unknown[], current: string | undefined): void => {
    if (urls.length === 0)
      throw new ApiFailure('parameter error: parameter.urls should have at least 1 item;')
    const paths = urls.map(String)
    const first = current === undefined ? 0 : Math.max(0, paths.indexOf(current))
    void surfaces.viewPictures({
      urls: paths.map((path) => resourceUrl(host, path) ?? ''),
      first,
    })
  }
  return [
    asyncApi(
      host,
      'previewImage',
      { urls: 'Array!', current: 'String', showmenu: 'Boolean', referrerPolicy: 'String' },
      ({ urls, current }) => look(urls, current),
    ),
    asyncApi(
      host,
      'previewMedia',
      { sources: 'Array!', current: 'Number', showmenu: 'Boolean' },
      ({ sources, current = 0 }) => {
        const urls = sources.map((source) => (source as { url?: string }).url ?? '')
        look(urls, urls[current])
      },
    ),
    asyncApi(host, 'saveImageToPhotosAlbum', { filePath: 'String!' }, async ({ filePath }) => {
      await privacy.require('saveImageToPhotosAlbum')
      await requirePermission(phone, 'scope.writePhotosAlbum')
      const { bytes, type } = await loadFile(host, filePath)
      if (!type.startsWith('image/')) throw new ApiFailure('invalid file type')
      surfaces.album.add({ bytes, type })
    }),
    asyncApi(
      host,
      'getImageInfo',
      { src: 'String!' },
      async ({ src }) => {
        const picture = await loadPicture(host, src)
        const { bytes, type } = await loadFile(host, src)
        const path = src.startsWith('http') ? files.addTemporary(bytes, type) : src
        return {
          width: picture.naturalWidth,
          height: picture.naturalHeight,
          path,
          orientation: 'up',
          type: type === 'image/jpeg' ? 'jpeg' : type.replace('image/', ''),
        }
      },
      ['width', 'height', 'path', 'orientation', 'type'],
    ),
    asyncApi(
      host,
      'compressImage',
      { src: 'String!', quality: 'Number', compressedWidth: 'Number', compressedHeight: 'Number' },
      async ({ src, quality = 80, compressedWidth, compressedHeight }) => {
        const picture = await loadPicture(host, src)
        const ratio = picture.naturalHeight / picture.naturalWidth
        const width =
          compressedWidth ?? (compressedHeight ? compressedHeight / ratio : picture.naturalWidth)
        const height = compressedHeight ?? width * ratio
        const canvas = host.document.createElement('canvas')
        canvas.width = Math.max(1, Math.round(width))
        canvas.height = Math.max(1, Math.round(height))
        canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
        const { bytes, type } = await encodeCanvas(canvas, 'jpg', quality / 100)
        return { tempFilePath: files.addTemporary(bytes, type) }
      },
      ['tempFilePath'],
    ),
  ]
}

/** A canvas as an encoded picture; fails when pictures of other sites tainted it. */
export async function encodeCanvas(
  canvas: HTMLCanvasElement,
  fileType: string,
  quality: number,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string }> {
  const type = fileType === 'jpg' || fileType === 'jpeg' ? 'image/jpeg' : 'image/png'
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, type, quality)
  })
  if (!blob) throw new ApiFailure('fail canvas is empty')
  return { bytes: new Uint8Array(await blob.arrayBuffer()), type }
}
