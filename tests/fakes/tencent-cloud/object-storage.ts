import type { Answer, Request } from './proxy'

/** The part of COS that files are uploaded to, in one piece or in several, and fetched from. */
export function objectStorage() {
  const objects = new Map<string, Buffer>()
  const parts = new Map<string, Buffer[]>()
  return {
    /** An object by its path, with the leading slash. */
    read: (path: string): Buffer | undefined => objects.get(pathOf(path)),
    write: (path: string, content: Buffer): void => void objects.set(pathOf(path), content),
    clear: (): void => objects.clear(),
    paths: (): string[] => [...objects.keys()],
    answer({ method, path, body }: Request): Answer {
      const [object = '', query = ''] = path.split('?')
      const key = pathOf(decodeURIComponent(object))
      const asked = new URLSearchParams(query)
      if (method === 'GET' && asked.has('uploads')) return xml('<ListMultipartUploadsResult/>')
      if (method === 'POST' && asked.has('uploads')) {
        parts.set(key, [])
        return xml(
          `<InitiateMultipartUploadResult><Key>${key}</Key><UploadId>1</UploadId></InitiateMultipartUploadResult>`,
        )
      }
      if (method === 'PUT' && asked.has('partNumber')) {
        parts.get(key)?.push(body)
        return { status: 200, headers: { etag: '"part"' }, body: '' }
      }
      if (method === 'POST' && asked.has('uploadId')) {
        objects.set(key, Buffer.concat(parts.get(key) ?? []))
        return xml(
          `<CompleteMultipartUploadResult><Key>${key}</Key></CompleteMultipartUploadResult>`,
        )
      }
      if (method === 'PUT') {
        objects.set(key, body)
        return { status: 200, headers: { etag: '"object"' }, body: '' }
      }
      if (method === 'DELETE') {
        objects.delete(key)
        return { status: 204, body: '' }
      }
      const found = method === 'GET' ? objects.get(key) : undefined
      return found ? { status: 200, body: found } : { status: 404, body: '' }
    },
  }
}

const pathOf = (path: string) => `/${path.replace(/^\/+/, '')}`
const xml = (content: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>${content}`,
})
