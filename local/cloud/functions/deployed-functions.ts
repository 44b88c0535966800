import { functionVersion, readFunctionConfig } from './function-folder'
import type { FunctionConfig } from './function-folder'
import type { WorkerPool } from './worker-pool'

/** One version of a function: what its folder held when it was first called after a change. */
export interface DeployedFunction {
  readonly config: FunctionConfig
  readonly pool: WorkerPool
}

export interface DeployedFunctions {
  /** The function as it is on disk now; undefined when there is none. Throws on a bad `config.json`. */
  current(name: string): Promise<DeployedFunction | undefined>
  /** Ends all workers; the next call starts anew. */
  close(): Promise<void>
}

interface Version extends DeployedFunction {
  readonly version: string
  checkedAt: number
}

/** A file that was written less than this ago may still be being written. */
const SETTLE_MS = 50
const CHECK_EVERY_MS = 100

/** Follows the folders of the functions; running invocations of an older version are left to finish. */
export function createDeployedFunctions(
  directory: string,
  createPool: (name: string) => WorkerPool,
): DeployedFunctions {
  const versions = new Map<string, Version>()
  const retired = new Set<WorkerPool>()

  const replace = (name: string, version: string): Version => {
    const config = readFunctionConfig(directory, name)
    const fresh = { version, config, pool: createPool(name), checkedAt: performance.now() }
    const old = versions.get(name)
    versions.set(name, fresh)
    for (const pool of retired) if (pool.size === 0) retired.delete(pool)
    if (old) {
      old.pool.retire()
      retired.add(old.pool)
    }
    return fresh
  }

  return {
    async current(name) {
      for (;;) {
        const known = versions.get(name)
        if (known && performance.now() - known.checkedAt < CHECK_EVERY_MS) return known
        const found = functionVersion(directory, name)
        if (!found) return undefined
        if (known?.version === found.version) {
          known.checkedAt = performance.now()
          return known
        }
        const age = Date.now() - found.changedAt
        if (!known || age < 0 || age >= SETTLE_MS) return replace(name, found.version)
        await new Promise((resolve) => setTimeout(resolve, SETTLE_MS - age))
      }
    },
    async close() {
      const pools = [...retired, ...[...versions.values()].map(({ pool }) => pool)]
      retired.clear()
      versions.clear()
      await Promise.all(pools.map((pool) => pool.close()))
    },
  }
}
