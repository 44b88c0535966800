import fs from 'node:fs'
import { contract } from '../shared/contract'
import { limitsOf } from './contract/limits'
import { readContract } from './contract/read-contract'
import { releasedContract } from './contract/released-contract'

/**
 * `npm run release-contract`: keeps the contract as the one that phones have from now on. Part of
 * a release: from here `npm run check` refuses changes that old pages could not live with.
 */
const limits = Object.entries(contract)
  .map(([action, { input }]) => [action, limitsOf(input)] as const)
  .sort(([a], [b]) => (a < b ? -1 : 1))
const actions = Object.entries(readContract())
fs.writeFileSync(releasedContract.file, oneALine(actions))
fs.writeFileSync(releasedContract.limitsFile, oneALine(limits))
console.log(`${actions.length} actions are released`)

/** So that a change of one action is a change of one line. */
function oneALine(entries: readonly (readonly [string, unknown])[]): string {
  const lines = entries.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
  return `{\n${lines.join(',\n')}\n}\n`
}
