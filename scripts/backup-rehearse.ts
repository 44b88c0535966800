import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { rehearse } from './backup/rehearse'
import { runScript } from './operate/run-script'
import { projectRoot } from './paths'

/** `npm run backup:rehearse [-- --data DIR]`: proves with the local data that a backup comes back. */
runScript(async () => {
  const { data } = parseArgs({ options: { data: { type: 'string' } } }).values
  const dataDirectory = path.resolve(data ?? path.join(projectRoot, '.local'))
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rehearsal-'))
  try {
    const { documents, collections, seconds } = await rehearse(dataDirectory, folder)
    console.log(
      `${documents} documents of ${collections} collections went out and came back the same ` +
        `(${seconds.toFixed(1)} s)`,
    )
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
})
