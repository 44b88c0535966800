import fs from 'node:fs'
import path from 'node:path'
import type { Limits } from './limits'
import type { ContractShape } from './shape'

/** The contract of the last release: what pages on phones count on. */
export const releasedContract = {
  file: path.join(__dirname, 'released.json'),
  limitsFile: path.join(__dirname, 'released-limits.json'),
  read(): ContractShape {
    return fs.existsSync(this.file)
      ? (JSON.parse(fs.readFileSync(this.file, 'utf8')) as ContractShape)
      : {}
  },
  /** What its inputs were asked for beside their form, by action. */
  readLimits(): Record<string, Limits> {
    return fs.existsSync(this.limitsFile)
      ? (JSON.parse(fs.readFileSync(this.limitsFile, 'utf8')) as Record<string, Limits>)
      : {}
  },
}
