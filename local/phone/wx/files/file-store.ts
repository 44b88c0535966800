/** A file a mini program may name by a path such as `wxfile://tmp_...` or `wxfile://usr/...`. */
export interface StoredFile {
  bytes: Uint8Array<ArrayBuffer>
  type: string
  createdAt: number
}

/** The files of one running mini program, in memory; gone when the phone is closed. */
export interface FileStore {
  /** Keeps bytes as a temporary file and returns its path. */
  addTemporary(bytes: Uint8Array<ArrayBuffer>, type: string): string
  get(path: string): StoredFile | undefined
  put(path: string, file: StoredFile): void
  remove(path: string): boolean
  paths(): string[]
  /** An address the browser can show, the same for as long as the file stays unchanged. */
  urlOf(path: string): string | undefined
}

/** The root of a mini program's own files: `wx.env.USER_DATA_PATH`. */
export const USER_DATA_PATH = 'wxfile://usr'

const EXTENSIONS: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
  'video/mp4': 'mp4',
  'application/json': 'json',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
}

/** The content type that WeChat would guess from a file's name. */
export function typeOfPath(path: string): string {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  if (extension === 'jpeg') return 'image/jpeg'
  const found = Object.entries(EXTENSIONS).find(([, known]) => known === extension)
  return found?.[0] ?? 'application/octet-stream'
}

/** An empty store; `now` stamps the files. */
export function createFileStore(now: () => number): FileStore {
  const files = new Map<string, StoredFile>()
  const urls = new Map<string, string>()
  const forgetUrl = (path: string): void => {
    const url = urls.get(path)
    if (url) URL.revokeObjectURL(url)
    urls.delete(path)
  }
  const put = (path: string, file: StoredFile): void => {
    forgetUrl(path)
    files.set(path, file)
  }
  return {
    addTemporary(bytes, type) {
      const path = `wxfile://tmp_${crypto.randomUUID().replaceAll('-', '')}.${EXTENSIONS[type] ?? 'bin'}`
      put(path, { bytes, type, createdAt: now() })
      return path
    },
    get: (path) => files.get(path),
    put,
    remove(path) {
      forgetUrl(path)
      return files.delete(path)
    },
    paths: () => [...files.keys()],
    urlOf(path) {
      const file = files.get(path)
      if (!file) return undefined
      const known =
        urls.get(path) ?? URL.createObjectURL(new Blob([file.bytes], { type: file.type }))
      urls.set(path, known)
      return known
    },
  }
}
