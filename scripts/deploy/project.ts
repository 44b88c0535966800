import fs from 'node:fs'
import path from 'node:path'
import { collections } from '../../cloudfunctions/_kit/collections'
import { migrations } from '../../cloudfunctions/_kit/migrations/migrations'
import { contract } from '../../shared/contract'
import { functionsSource, projectRoot } from '../paths'
import { DeployError } from './deploy-error'
import { checkVariables } from './functions'
import { packFunction } from './function-package'
import type { FunctionPackage } from './function-package'

export interface WantedCollection {
  name: string
  indexes: readonly {
    name: string
    keys: readonly (readonly [field: string, direction: 1 | -1])[]
  }[]
  rule: { read: boolean; write: boolean }
}

/** A change of documents that are there already, by the number and name that it is noted under. */
export interface WantedMigration {
  id: string
  description: string
}

export interface Timer {
  name: string
  /** Seven fields, as Cloud Development reads them. */
  cron: string
}

export interface WantedFunction {
  name: string
  handler: string
  runtime: string
  timeout: number
  memorySize: number
  /** Only those that are known here; what else is online stays. */
  variables: Record<string, string>
  /** The names of all that it reads, known here or not. */
  declared: readonly string[]
  timers: readonly Timer[]
  /** Packed when it is asked for. */
  code(): FunctionPackage
}

/** What a deploy brings online. */
export interface WantedProject {
  collections: readonly WantedCollection[]
  functions: readonly WantedFunction[]
  /** Functions that no page may call. */
  closedFunctions: readonly string[]
  /** The earliest first. */
  migrations: readonly WantedMigration[]
}

export interface ProjectPaths {
  settings: string
  functionsSource: string
  functionsOutput: string
}

/** What is sent is built apart from the working build, which a running `npm start` writes to. */
export const repository: ProjectPaths = {
  settings: path.join(projectRoot, 'cloudbaserc.json'),
  functionsSource,
  functionsOutput: path.join(projectRoot, '.cache', 'deploy', 'cloudfunctions'),
}

interface FunctionEntry {
  name: string
  handler: string
  runtime: string
  timeout: number
  memorySize: number
  installDependency: boolean
  envVariables?: Record<string, string>
  ignore?: unknown
  triggers?: { name: string; type: string; config: string }[]
}

type Variables = Readonly<Record<string, string | undefined>>

/** This repository's collections and functions, with the variables filled in. */
export const wantedProject = (variables: Variables, paths = repository): WantedProject => {
  const functions = readFunctions(paths).map((entry) => wantedFunction(entry, variables, paths))
  return {
    collections,
    functions,
    closedFunctions: [
      ...closedAmong(functions.map(({ name }) => name)),
      ...paymentFunction(variables),
    ],
    migrations,
  }
}

/** Functions with no action in the contract are WeChat's to call, and nobody else's. */
function closedAmong(names: readonly string[]): string[] {
  const open = new Set(Object.keys(contract).map((action) => action.split('.')[0]))
  return names.filter((name) => !open.has(name))
}

/**
 * The function that the Integration Center made: it pays and refunds for whoever calls it with the
 * right words, and pages never do. Ours call it by its address and with its key.
 */
function paymentFunction({ PAYMENT_ADAPTER, PAYMENT_FUNCTION_URL = '' }: Variables): string[] {
  const name = /\/functions\/([\w-]+)/.exec(PAYMENT_FUNCTION_URL)?.[1]
  return PAYMENT_ADAPTER === 'integrationCenter' && name !== undefined ? [name] : []
}

/** The functions of `cloudbaserc.json`; mistakes that a tool would carry out in silence are refused. */
export function readFunctions(paths = repository): FunctionEntry[] {
  const { functions } = JSON.parse(fs.readFileSync(paths.settings, 'utf8')) as {
    functions: FunctionEntry[]
  }
  const mistakes = functions.flatMap((entry) =>
    mistakesOf(entry, path.join(paths.functionsSource, entry.name, 'config.json')),
  )
  if (mistakes.length > 0) throw new DeployError(mistakes.join('\n'))
  return functions
}

function mistakesOf(entry: FunctionEntry, configFile: string): string[] {
  const say = (text: string) => `cloudbaserc.json, function ${entry.name}: ${text}`
  const { ignore = [], triggers = [], timeout, memorySize, envVariables = {} } = entry
  const config = JSON.parse(fs.readFileSync(configFile, 'utf8')) as Pick<FunctionEntry, 'triggers'>
  return [
    ...(isPatterns(ignore)
      ? []
      : [say('"ignore" is a list of names and *.endings. A string empties the package.')]),
    ...(triggers.length > 1 ? [say('only one timer works for a function: leave one.')] : []),
    ...triggers
      .filter(({ type }) => type !== 'timer')
      .map(({ name }) => say(`${name} is no timer.`)),
    ...(entry.installDependency
      ? [say('bundles bring everything: installDependency is false.')]
      : []),
    ...(timeout >= 1 && timeout <= 60 ? [] : [say('timeout is from 1 to 60 seconds.')]),
    ...(memorySize >= 64 && memorySize <= 3072 ? [] : [say('memorySize is from 64 to 3072 MB.')]),
    ...Object.keys(envVariables)
      .filter((name) => !/^[A-Za-z]\w*$/.test(name) || /^(SCF|QCLOUD|TENCENTCLOUD)_/.test(name))
      .map((name) => say(`"${name}" cannot be the name of a variable.`)),
    ...(JSON.stringify(triggers) === JSON.stringify(config.triggers ?? [])
      ? []
      : [say('its config.json names other timers: make both the same.')]),
  ]
}

const isPatterns = (ignore: unknown): ignore is string[] =>
  Array.isArray(ignore) &&
  ignore.every((pattern) => typeof pattern === 'string' && /^(\*\.[\w.]+|[\w./-]+)$/.test(pattern))

function wantedFunction(
  entry: FunctionEntry,
  variables: Variables,
  { functionsOutput: output }: ProjectPaths,
): WantedFunction {
  const { name, handler, runtime, timeout, memorySize, envVariables = {}, triggers = [] } = entry
  const ignore = isPatterns(entry.ignore) ? entry.ignore : []
  const known = filled(envVariables, variables)
  checkVariables(name, known)
  return {
    name,
    handler,
    runtime,
    timeout,
    memorySize,
    variables: known,
    declared: Object.keys(envVariables),
    timers: triggers.map((trigger) => ({ name: trigger.name, cron: trigger.config })),
    code: () => packFunction(path.join(output, name), ignore),
  }
}

/** Without those that nobody gave a value. */
function filled(templates: Record<string, string>, variables: Variables): Record<string, string> {
  const known: Record<string, string> = {}
  for (const [name, template] of Object.entries(templates)) {
    const value = template.replace(/\{\{env\.(\w+)\}\}/g, (_, variable: string) =>
      (variables[variable] ?? '').trim(),
    )
    if (value !== '') known[name] = value
  }
  return known
}
