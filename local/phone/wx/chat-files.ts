import { type Api, ApiFailure, asyncApi } from './define-api'
import { loadFile } from './files/resources'
import type { PhoneContext } from './phone-context'

const MOST_FILES = 100
const PICTURE = /\.(png|jpe?g|gif|webp|bmp)$/i
const VIDEO = /\.(mp4|mov|m4v)$/i

/** Which names each `type` of `wx.chooseMessageFile` lets through. */
const kinds: Record<string, (name: string, extension: readonly string[]) => boolean> = {
  all: () => true,
  image: (name) => PICTURE.test(name),
  video: (name) => VIDEO.test(name),
  file: (name, extension) =>
    !PICTURE.test(name) &&
    !VIDEO.test(name) &&
    (extension.length === 0 ||
      extension.some((each) => name.toLowerCase().endsWith(`.${each.replace(/^\./, '')}`))),
}

/** Files that come from a chat and go to one. */
export function chatFileApis({ host, surfaces, privacy, files }: PhoneContext): Api[] {
  return [
    asyncApi(
      host,
      'chooseMessageFile',
      { count: 'Number!', type: 'String', extension: 'Array' },
      async ({ count, type = 'all', extension = [] }) => {
        await privacy.require('chooseMessageFile')
        const accepts = kinds[type]
        if (!accepts) throw new ApiFailure('parameter error: invalid type')
        const chosen = await surfaces.chooseChatFiles({
          count: Math.min(count, MOST_FILES),
          accepts: (name) => accepts(name, extension.map(String)),
        })
        if (!chosen) throw new ApiFailure('cancel')
        return {
          tempFiles: chosen.map(({ name, bytes, type: mime, time }) => ({
            path: files.addTemporary(bytes, mime),
            size: bytes.length,
            name,
            type: PICTURE.test(name) ? 'image' : VIDEO.test(name) ? 'video' : 'file',
            time,
          })),
        }
      },
      ['tempFiles'],
    ),
    asyncApi(
      host,
      'shareFileMessage',
      { filePath: 'String!', fileName: 'String' },
      async ({ filePath, fileName }) => {
        const { bytes, type } = await loadFile(host, filePath)
        const name = fileName ?? filePath.split('/').pop() ?? 'file'
        const time = Math.floor(host.now() / 1000)
        if (!(await surfaces.sendChatFile({ name, bytes, type, time })))
          throw new ApiFailure('cancel')
      },
    ),
  ]
}
