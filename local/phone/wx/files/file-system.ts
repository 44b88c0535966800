import type { PhoneContext } from '../phone-context'
import { type Api, ApiFailure, settle, syncApi } from '../define-api'
import { complaintAbout, type OptionRules } from '../check-options'
import { type FileStore, typeOfPath, USER_DATA_PATH } from './file-store'
import { decode, encode } from './file-encoding'
import { loadFile } from './resources'

/** WeChat keeps at most 200 MB of a mini program's own files. */
const MOST_BYTES = 200 * 1024 * 1024

type Options = Record<string, unknown>

/** `wx.getFileSystemManager()`: files of the user's folder and temporary files, in memory. */
export function fileSystemApis(phone: PhoneContext): Api[] {
  const manager = createFileSystemManager(phone)
  return [syncApi('getFileSystemManager', () => manager, Object.keys(manager))]
}

function createFileSystemManager({ host, files }: PhoneContext): Record<string, unknown> {
  const call =
    (name: string, rules: OptionRules, run: (options: Options) => unknown) => (options?: Options) =>
      settle(host, name, options, () => {
        const complaint = complaintAbout(options, rules)
        if (complaint) throw new ApiFailure(`parameter error: ${complaint}`, { errno: 1001 })
        return run(options ?? {})
      })
  const sync = <V extends unknown[]>(name: string, run: (...values: V) => unknown) =>
    syncApi(name, run as (...values: never[]) => unknown).value

  const disk = createDisk(files, () => host.now())
  const save = (tempFilePath: string, filePath?: string): string => {
    const file = files.get(tempFilePath)
    if (!file) throw missing(tempFilePath)
    const target = filePath ?? tempFilePath.replace('wxfile://tmp_', 'wxfile://store_')
    disk.write(target, file.bytes)
    files.remove(tempFilePath)
    return target
  }
  return {
    access: call('access', { path: 'String!' }, ({ path }) => disk.require(String(path))),
    accessSync: sync('accessSync', (path: string) => void disk.require(path)),
    readFile: call(
      'readFile',
      { filePath: 'String!', encoding: 'String', position: 'Number', length: 'Number' },
      async ({ filePath, encoding, position, length }) => {
        const { bytes } = await loadFile(host, String(filePath)).catch(() => {
          throw missing(String(filePath))
        })
        return { data: decode(cut(bytes, position, length), encoding as string | undefined) }
      },
    ),
    readFileSync: sync(
      'readFileSync',
      (path: string, encoding?: string, position?: number, length?: number) =>
        decode(cut(disk.require(path).bytes, position, length), encoding),
    ),
    writeFile: call(
      'writeFile',
      { filePath: 'String!', data: 'Any!', encoding: 'String' },
      ({ filePath, data, encoding }) =>
        disk.write(String(filePath), encode(data, encoding as string | undefined)),
    ),
    writeFileSync: sync('writeFileSync', (path: string, data: unknown, encoding?: string) =>
      disk.write(path, encode(data, encoding)),
    ),
    appendFile: call(
      'appendFile',
      { filePath: 'String!', data: 'Any!', encoding: 'String' },
      ({ filePath, data, encoding }) =>
        disk.append(String(filePath), encode(data, encoding as string | undefined)),
    ),
    appendFileSync: sync('appendFileSync', (path: string, data: unknown, encoding?: string) =>
      disk.append(path, encode(data, encoding)),
    ),
    copyFile: call(
      'copyFile',
      { srcPath: 'String!', destPath: 'String!' },
      async ({ srcPath, destPath }) => {
        const { bytes } = await loadFile(host, String(srcPath)).catch(() => {
          throw missing(String(srcPath))
        })
        disk.write(String(destPath), bytes)
      },
    ),
    saveFile: call(
      'saveFile',
      { tempFilePath: 'String!', filePath: 'String' },
      ({ tempFilePath, filePath }) => ({
        savedFilePath: save(String(tempFilePath), filePath as string | undefined),
      }),
    ),
    saveFileSync: sync('saveFileSync', save),
    unlink: call('unlink', { filePath: 'String!' }, ({ filePath }) =>
      disk.remove(String(filePath)),
    ),
    unlinkSync: sync('unlinkSync', (path: string) => disk.remove(path)),
    getFileInfo: call('getFileInfo', { filePath: 'String!' }, ({ filePath }) => ({
      size: disk.require(String(filePath)).bytes.length,
    })),
    readdir: call('readdir', { dirPath: 'String!' }, ({ dirPath }) => ({
      files: disk.list(String(dirPath)),
    })),
    readdirSync: sync('readdirSync', (path: string) => disk.list(path)),
    mkdir: call('mkdir', { dirPath: 'String!', recursive: 'Boolean' }, ({ dirPath }) =>
      disk.makeFolder(String(dirPath)),
    ),
    getSavedFileList: call('getSavedFileList', {}, () => ({
      fileList: files
        .paths()
        .filter((path) => path.startsWith('wxfile://store_'))
        .map((filePath) => {
          const { bytes, createdAt } = disk.require(filePath)
          return { filePath, size: bytes.length, createTime: Math.floor(createdAt / 1000) }
        }),
    })),
  }
}

/** The part of the files that a mini program may write: its own folder and what it saved. */
function createDisk(files: FileStore, now: () => number) {
  const folders = new Set([USER_DATA_PATH])
  const checkWritable = (path: string): void => {
    const own = path.startsWith(`${USER_DATA_PATH}/`) || path.startsWith('wxfile://store_')
    if (!own) throw new ApiFailure(`permission denied, open ${path}`, { errno: 1300013 })
  }
  const require = (path: string) => {
    const file = files.get(path)
    if (!file && !folders.has(path)) throw missing(path)
    return file ?? { bytes: new Uint8Array(), type: '', createdAt: 0 }
  }
  const write = (path: string, bytes: Uint8Array<ArrayBuffer>): void => {
    checkWritable(path)
    const folder = path.slice(0, path.lastIndexOf('/'))
    if (path.startsWith(`${USER_DATA_PATH}/`) && !folders.has(folder)) throw missing(path)
    const used = files.paths().reduce((sum, each) => sum + require(each).bytes.length, 0)
    if (used + bytes.length > MOST_BYTES) {
      throw new ApiFailure('the maximum size of the file storage limit is exceeded', {
        errno: 1300202,
      })
    }
    files.put(path, { bytes, type: typeOfPath(path), createdAt: now() })
  }
  return {
    require,
    write,
    append(path: string, added: Uint8Array<ArrayBuffer>): void {
      const before = require(path).bytes
      const whole = new Uint8Array(before.length + added.length)
      whole.set(before)
      whole.set(added, before.length)
      write(path, whole)
    },
    remove(path: string): void {
      checkWritable(path)
      if (!files.remove(path)) throw missing(path)
    },
    makeFolder(path: string): void {
      checkWritable(path)
      if (folders.has(path)) throw new ApiFailure(`file already exists ${path}`, { errno: 1301005 })
      folders.add(path.replace(/\/$/, ''))
    },
    list(path: string): string[] {
      const folder = path.replace(/\/$/, '')
      if (!folders.has(folder)) throw missing(path)
      const inside = [...files.paths(), ...folders].filter((each) => each.startsWith(`${folder}/`))
      const names = inside.map((each) => each.slice(folder.length + 1).split('/')[0] ?? '')
      return [...new Set(names)]
    },
  }
}

function cut(bytes: Uint8Array<ArrayBuffer>, position: unknown, length: unknown) {
  const start = typeof position === 'number' ? position : 0
  const end = typeof length === 'number' ? start + length : bytes.length
  return bytes.slice(start, end)
}

function missing(path: string): ApiFailure {
  return new ApiFailure(`no such file or directory, open ${path}`, { errno: 1300002 })
}
