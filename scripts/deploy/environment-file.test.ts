import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import { projectRoot } from '../paths'
import { readDeployOptions, readCredentials } from './deploy-options'
import { chooseEnvironment, environmentNames, readEnvironmentFile } from './environment-file'
import { readFunctions } from './project'

describe('the environments of this repository', () => {
  test('are three, without secrets, and name every variable that is none', () => {
    expect(environmentNames()).toEqual(['dev', 'production', 'staging'])
    const wanted = new Set(
      readFunctions().flatMap(({ envVariables = {} }) => Object.keys(envVariables)),
    )
    for (const name of environmentNames()) {
      const { variables } = readEnvironmentFile(name)
      const secret = [...wanted].filter((variable) => !(variable in variables))
      expect(secret).toEqual(secret.filter((variable) => variable.endsWith('_KEY')))
    }
  })

  test('are chosen by name once they have an id, or by an id of the company', () => {
    expect(() => chooseEnvironment('production', undefined)).toThrow(/has no envId yet/)
    expect(chooseEnvironment('shop-1g2h3', 'production')).toMatchObject({
      envId: 'shop-1g2h3',
      name: 'production',
    })
    expect(() => chooseEnvironment('no such thing', 'production')).toThrow(
      /neither an environment id/,
    )
  })
})

describe('the command line of a deploy', () => {
  test('wants an environment and takes no unknown words', () => {
    expect(readDeployOptions(['--env', 'dev', '--plan'])).toMatchObject({
      environment: 'dev',
      isPlan: true,
      timeoutMs: 60_000,
    })
    expect(() => readDeployOptions([])).toThrow(/--env/)
    expect(() => readDeployOptions(['--env', 'dev', '--paln'])).toThrow(/npm run deploy/)
    expect(() => readDeployOptions(['--env', 'dev', '--owner', 'ann'])).toThrow(/no openid/)
  })

  test.each([
    ['--plan'],
    ['--dry', 'dry-run'],
    ['--force'],
    ['--take-over'],
    ['--no-migrate'],
    ['--owner=oOwnerOpenId_0001'],
  ])(
    'misses %s when npm kept it for itself, for want of a -- before it',
    (word, name = word.replace(/^--(no-)?|=.*$/g, '')) => {
      // A script that deploys nothing says what npm hands on.
      const said = execFileSync('npm', ['run', 'env', word], { cwd: projectRoot, encoding: 'utf8' })
      const variables = Object.fromEntries(
        said.split('\n').map((line) => [line.split('=')[0] ?? '', line.replace(/^[^=]*=/, '')]),
      )
      expect(() => readDeployOptions(['--env', 'production'], variables)).toThrow(
        `npm has kept --${name} for itself: write -- before the options.`,
      )
      expect(readDeployOptions(['--env', 'dev'], { npm_config_user_agent: 'npm' }).isPlan).toBe(
        false,
      )
    },
  )

  test('takes keys from the environment of the process only', () => {
    expect(() => readCredentials({ TENCENT_SECRET_ID: 'id' })).toThrow(/TENCENT_SECRET_KEY/)
    expect(readCredentials({ TENCENT_SECRET_ID: ' id ', TENCENT_SECRET_KEY: 'key' })).toEqual({
      secretId: 'id',
      secretKey: 'key',
    })
  })
})
