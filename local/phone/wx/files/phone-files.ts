import type { PhoneHost } from '../../runtime/types'
import { createFileStore, type FileStore } from './file-store'

const stores = new WeakMap<PhoneHost, FileStore>()

/** The files of a phone: one store for the wx APIs and for the components that show them. */
export function filesOf(host: PhoneHost): FileStore {
  const known = stores.get(host)
  if (known) return known
  const store = createFileStore(() => host.now())
  stores.set(host, store)
  return store
}
