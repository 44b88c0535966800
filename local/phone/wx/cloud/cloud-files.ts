import { loadFile } from '../files/resources'
import type { PhoneContext } from '../phone-context'
import { CloudFailure, cloudFailure } from './cloud-failure'
import { cloudApi, type CloudSession } from './settle-cloud'

interface StorageRefusal {
  errCode?: number
  errMsg?: string
}

/** Cloud storage as a page uses it. */
export function cloudFileApis(session: CloudSession, { files }: PhoneContext) {
  const { host } = session
  const ask = async <T extends object>(api: string, path: string, body: BodyInit): Promise<T> => {
    const answer = await fetch(path, { method: 'POST', body })
    const value = (await answer.json()) as T & StorageRefusal & { message?: string }
    if (value.errCode) {
      throw new CloudFailure(
        value.errCode,
        `cloud.${api}:fail Error: errCode: ${value.errCode}  | errMsg: ${value.errMsg}`,
      )
    }
    if (!answer.ok) throw cloudFailure(api, -1, value.message ?? `HTTP ${answer.status}`)
    return value
  }
  const links = (api: string, fileList: readonly unknown[]) => {
    const ids = fileList.map((file) =>
      typeof file === 'string' ? file : String((file as { fileID?: unknown }).fileID),
    )
    return ask<{ fileList: { fileID: string; tempFileURL?: string; code?: string }[] }>(
      api,
      '/local/files/links',
      JSON.stringify({ user: host.user, fileList: ids }),
    )
  }
  return {
    uploadFile: cloudApi(
      session,
      'uploadFile',
      { cloudPath: 'String!', filePath: 'String!', header: 'Object', config: 'Object' },
      async ({ cloudPath, filePath }) => {
        const { bytes } = await loadFile(host, filePath)
        const query = new URLSearchParams({ user: host.user, path: cloudPath })
        const { fileID } = await ask<{ fileID: string }>(
          'uploadFile',
          `/local/files?${query}`,
          new Blob([bytes]),
        )
        return { fileID, statusCode: 200 }
      },
    ),
    downloadFile: cloudApi(
      session,
      'downloadFile',
      { fileID: 'String!', config: 'Object' },
      async ({ fileID }) => {
        const { fileList } = await links('downloadFile', [fileID])
        const [link] = fileList
        if (link?.code === 'STORAGE_EXCEED_AUTHORITY')
          throw cloudFailure('downloadFile', -503002, link.code)
        const url = link?.tempFileURL
        if (!url) throw cloudFailure('downloadFile', -503001, 'STORAGE_FILE_NONEXIST')
        const answer = await fetch(url)
        const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
        const bytes = new Uint8Array(await answer.arrayBuffer())
        return { tempFilePath: files.addTemporary(bytes, type), statusCode: answer.status }
      },
    ),
    getTempFileURL: cloudApi(
      session,
      'getTempFileURL',
      { fileList: 'Array!', config: 'Object' },
      async ({ fileList }) => {
        const found = await links('getTempFileURL', fileList)
        return {
          fileList: found.fileList.map(({ fileID, tempFileURL, code }) => ({
            fileID,
            tempFileURL: tempFileURL ?? '',
            maxAge: 86_400,
            status: tempFileURL ? 0 : 1,
            errMsg: tempFileURL ? 'ok' : (code ?? 'STORAGE_FILE_NONEXIST'),
          })),
        }
      },
    ),
    deleteFile: cloudApi(
      session,
      'deleteFile',
      { fileList: 'Array!', config: 'Object' },
      async ({ fileList }) => {
        const removed = await ask<{ fileList: { fileID: string; code: string }[] }>(
          'deleteFile',
          '/local/files/delete',
          JSON.stringify({ user: host.user, fileList }),
        )
        return {
          fileList: removed.fileList.map(({ fileID, code }) => ({
            fileID,
            status: code === 'SUCCESS' ? 0 : -503001,
            errMsg: code === 'SUCCESS' ? 'ok' : code,
          })),
        }
      },
    ),
  }
}
