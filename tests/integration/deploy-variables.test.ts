import fs from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { useTencentCloud } from '../fakes/tencent-cloud/deploying'
import type { Deployer } from '../fakes/tencent-cloud/deploying'
import { closedCollection, smallProject } from '../fakes/tencent-cloud/small-project'
import type { TencentCloud } from '../fakes/tencent-cloud/tencent-cloud'

let cloud: TencentCloud
let deployer: Deployer
const folder = useTencentCloud((started) => ({ cloud, deployer } = started))
beforeEach(() => cloud.reset())

/** Deploys one function that reads these variables, with what the process and the file give. */
function deploy(
  names: readonly string[],
  given: Record<string, string>,
  inFile: Record<string, string> = {},
) {
  const envVariables = Object.fromEntries(names.map((name) => [name, `{{env.${name}}}`]))
  const project = smallProject(folder, { order: { settings: { envVariables } } }, [
    closedCollection('settings'),
  ])
  const file = path.join(project.environments, 'production.json')
  const settings = JSON.parse(fs.readFileSync(file, 'utf8')) as object
  fs.writeFileSync(file, JSON.stringify({ ...settings, variables: inFile }))
  return deployer.deploy({ words: ['--env', cloud.envId], ...project, variables: given })
}
const online = () =>
  Object.fromEntries((cloud.functions.get('order')?.Variables ?? []).map((v) => [v.Key, v.Value]))

describe('variables of functions', () => {
  test.each([
    'it’s "quoted" and \\escaped\\',
    'line one\nline two\r\nline three',
    '茶 🍵 👨‍👩‍👧',
    '$& $1 $$ `x` %s',
    '{{env.HOME}}',
    '-----BEGIN KEY-----\nAb+/=\n-----END KEY-----',
  ])('arrive as they are: %j', async (value) => {
    expect((await deploy(['VALUE'], { VALUE: value })).code).toBe(0)
    expect(online()).toEqual({ VALUE: value })
    expect((await deploy(['VALUE'], { VALUE: value })).output).toMatch(/^Nothing to change\.$/m)
  })

  test('that are empty in the process do not hide those of the file, nor wipe those online', async () => {
    await deploy(['STATE', 'OTHER'], { STATE: 'trial', OTHER: 'kept' })
    const empty = { STATE: ' \n', OTHER: '' }
    const next = await deploy(['STATE', 'OTHER'], empty, { STATE: 'formal' })
    expect(next.code).toBe(0)
    expect(online()).toEqual({ STATE: 'formal', OTHER: 'kept' })
  })

  test('lose only the line end that a file of a secret brings', async () => {
    await deploy(['STATE'], { STATE: ' formal\n' })
    expect(online()).toEqual({ STATE: 'formal' })
  })

  test('are 4 KB at most, names and those online included, or nothing of it is sent', async () => {
    const half = '茶'.repeat(700)
    const tooMuch = await deploy(['A', 'B'], { A: half, B: half })
    expect(tooMuch).toMatchObject({
      code: 1,
      output: expect.stringContaining('The variables of order are 4202 bytes: over 4096.'),
    })
    expect(cloud.functions.size).toBe(0)

    expect((await deploy(['A'], { A: half })).code).toBe(0)
    cloud.functions.get('order')!.Variables.push({ Key: 'BY_HAND', Value: 'x'.repeat(1900) })
    const together = await deploy(['A', 'C'], { A: half, C: 'x'.repeat(200) })
    expect(together).toMatchObject({
      code: 1,
      output: expect.stringContaining('those that were set online included'),
    })
    expect(online()).not.toHaveProperty('C')
  })

  test.each(['1ST', 'WITH-DASH', 'SCF_RUNTIME', 'TENCENTCLOUD_REGION'])(
    'of the name %s are refused before anything is sent',
    async (name) => {
      const { code, output } = await deploy([name], {})
      expect(code).toBe(1)
      expect(output).toContain(`"${name}" cannot be the name of a variable`)
      expect(cloud.calls.filter(({ action }) => !/^Describe/.test(action))).toEqual([])
    },
  )
})
