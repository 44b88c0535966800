import { type Api, ApiFailure, asyncApi } from './define-api'
import type { PhoneContext } from './phone-context'

/** What `wx.openDocument` shows, with how such a file begins. */
const formats: Record<string, string> = {
  doc: '\xd0\xcf\x11\xe0',
  docx: 'PK',
  xls: '\xd0\xcf\x11\xe0',
  xlsx: 'PK',
  ppt: '\xd0\xcf\x11\xe0',
  pptx: 'PK',
  pdf: '%PDF',
}

/** Documents on a page of WeChat's own. */
export function documentApis({ host, surfaces, files }: PhoneContext): Api[] {
  return [
    asyncApi(
      host,
      'openDocument',
      { filePath: 'String!', fileType: 'String', showMenu: 'Boolean' },
      ({ filePath, fileType, showMenu = false }) => {
        const file = files.get(filePath)
        if (!file) throw new ApiFailure("file doesn't exist")
        const name = filePath.slice(filePath.lastIndexOf('/') + 1)
        const begin = formats[fileType ?? name.slice(name.lastIndexOf('.') + 1).toLowerCase()]
        if (begin === undefined) throw new ApiFailure('filetype not supported')
        const { bytes, type } = file
        const isWhole = [...begin].every((sign, at) => bytes[at] === sign.charCodeAt(0))
        const time = Math.floor(host.now() / 1000)
        void surfaces.viewDocument({ file: { name, bytes, type, time }, isWhole, showMenu })
      },
    ),
  ]
}
