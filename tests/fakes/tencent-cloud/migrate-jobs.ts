import type { DatabaseState } from './database'
import { Refusal, text } from './refusal'
import type { Action } from './refusal'

interface Files {
  read(path: string): Buffer | undefined
  write(path: string, content: Buffer): void
}

interface Job {
  Status: 'migrating' | 'success' | 'fail'
  RecordSuccess: number
  RecordFail: number
  ErrorMsg: string
  FileUrl: string
}

/** Where what was exported can be fetched: not in the environment's own storage. */
const exportsAt = 'https://tcb-mongodb-data-1254135806.cos.ap-shanghai.myqcloud.com'

/** Exports and imports of collections, as the service `tcb` answers about them: jobs that take a while. */
export function migrateActions(state: DatabaseState, files: Files): Record<string, Action> {
  const jobs: Job[] = []
  const begin = (work: () => Partial<Job>): object => {
    const job: Job = {
      Status: 'success',
      RecordSuccess: 0,
      RecordFail: 0,
      ErrorMsg: '',
      FileUrl: '',
    }
    try {
      Object.assign(job, work())
    } catch (error) {
      Object.assign(job, { Status: 'fail', ErrorMsg: (error as Error).message })
    }
    return { JobId: jobs.push(job) }
  }
  const documentsOf = (name: string) => {
    const found = state.collections.get(name)
    if (!found) throw new Refusal('ResourceNotFound', 'Db or Table not exist. Please check.')
    return found.documents
  }
  const asked = new Set<number>()
  return {
    DatabaseMigrateExport: (parameters) => {
      const documents = documentsOf(text(parameters, 'CollectionName'))
      const path = text(parameters, 'FilePath')
      if (text(parameters, 'FileType') !== 'json') throw new Refusal('InvalidParameter', 'FileType')
      return begin(() => {
        const lines = [...documents.values()].map((document) => JSON.stringify(exported(document)))
        files.write(`/${path}`, Buffer.from(lines.map((line) => `${line}\n`).join('')))
        return { RecordSuccess: lines.length, FileUrl: `${exportsAt}/${path}?sign=1` }
      })
    },
    DatabaseMigrateImport: (parameters) => {
      const documents = documentsOf(text(parameters, 'CollectionName'))
      const content = files.read(`/${text(parameters, 'FilePath')}`)
      const mode = text(parameters, 'ConflictMode')
      if (text(parameters, 'FileType') !== 'json') throw new Refusal('InvalidParameter', 'FileType')
      return begin(() => {
        if (!content) throw new Error('the file does not exist')
        const lines = content.toString().split('\n').filter(Boolean)
        for (const line of lines) {
          const document = imported(JSON.parse(line), '') as Record<string, unknown>
          const id = String(document['_id'])
          if (mode === 'insert' && documents.has(id)) throw new Error(`duplicate key ${id}`)
          documents.set(id, document)
        }
        return { RecordSuccess: lines.length }
      })
    },
    DatabaseMigrateQueryInfo: ({ JobId }) => {
      const id = Number(JobId)
      const job = jobs[id - 1]
      if (!job) throw new Refusal('ResourceNotFound', 'There is no such job.')
      if (asked.has(id)) return job
      asked.add(id)
      return { ...job, Status: 'migrating', FileUrl: '', RecordSuccess: 0 }
    },
  }
}

/** Numbers beyond 32 bits are written with their type, as MongoDB's own tool does. */
function exported(value: unknown): unknown {
  if (typeof value === 'number')
    return Number.isInteger(value) && Math.abs(value) > 0x7fffffff
      ? { $numberLong: String(value) }
      : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(exported)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, exported(part)]))
}

/** What the documentation says of files: dates as ISO texts, no field named like a path. */
function imported(value: unknown, place: string): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((part) => imported(part, place))
  const entries = Object.entries(value as Record<string, unknown>)
  const [name = '', inner] = entries[0] ?? []
  if (name === '$numberLong') return Number(inner)
  if (name === '$date') {
    if (typeof inner !== 'string') throw new Error(`${place} is no ISODate`)
    return value
  }
  const dotted = entries.find(([field]) => field.includes('.'))
  if (dotted) throw new Error(`${dotted[0]} is ambiguous`)
  return Object.fromEntries(entries.map(([field, part]) => [field, imported(part, field)]))
}
