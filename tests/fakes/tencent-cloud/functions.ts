import { Refusal, text } from './refusal'
import type { Action, Parameters } from './refusal'

interface Trigger {
  TriggerName: string
  Type: string
  TriggerDesc: string
  Enable: number
}

/** A cloud function as the service keeps it. */
export interface FunctionState {
  FunctionName: string
  Status: string
  Runtime: string
  Handler: string
  Timeout: number
  MemorySize: number
  Description: string
  Variables: { Key: string; Value: string }[]
  Triggers: Trigger[]
  /** The archive that was sent last. */
  zip: Buffer
}

export type FunctionsState = Map<string, FunctionState>

/** What a function does when the account calls it; what it throws, it ends with. */
export type Invocation = (event: Record<string, unknown>) => object

/**
 * Cloud functions, as the service `scf` answers about them; `fetchArchive` reads one from COS,
 * `invocations` says what they do.
 */
export function functionActions(
  state: FunctionsState,
  invocations: Map<string, Invocation>,
  fetchArchive: (path: string) => Buffer | undefined,
): Record<string, Action> {
  const one = (parameters: Parameters) => {
    const found = state.get(text(parameters, 'FunctionName'))
    if (!found) throw new Refusal('ResourceNotFound.FunctionName', 'The function does not exist.')
    return found
  }
  const ready = (parameters: Parameters) => {
    const found = one(parameters)
    // Code is how one is put right whose last change failed.
    if (found.Status !== 'Active' && found.Status !== 'UpdateFailed')
      throw new Refusal('FailedOperation.UpdateFunctionCode', `The function is ${found.Status}.`)
    return found
  }
  const archive = (parameters: Parameters) => {
    const code = (parameters['Code'] ?? {}) as { ZipFile?: string; TempCosObjectName?: string }
    if (typeof code.ZipFile === 'string') return Buffer.from(code.ZipFile, 'base64')
    const stored = fetchArchive(code.TempCosObjectName ?? '')
    if (!stored) throw new Refusal('InvalidParameterValue.Code', 'There is no code.')
    return stored
  }
  return {
    ListFunctions: (parameters) => listOf(state, parameters),
    GetFunction: (parameters) => {
      const found = one(parameters)
      const { zip, Variables, ...facts } = found
      const answer = { ...facts, CodeSize: zip.length, Environment: { Variables } }
      // Being made or changed takes until it is asked about once.
      if (!found.Status.endsWith('Failed')) found.Status = 'Active'
      return answer
    },
    CreateFunction: (parameters) => {
      const name = text(parameters, 'FunctionName')
      if (state.has(name))
        throw new Refusal('ResourceInUse.FunctionName', 'The function name exists already.')
      state.set(name, {
        FunctionName: name,
        Status: 'Creating',
        Runtime: text(parameters, 'Runtime'),
        Handler: text(parameters, 'Handler'),
        Timeout: Number(parameters['Timeout'] ?? 3),
        MemorySize: Number(parameters['MemorySize'] ?? 256),
        Description: String(parameters['Description'] ?? ''),
        Variables: variablesOf(parameters) ?? [],
        Triggers: [],
        zip: archive(parameters),
      })
      return {}
    },
    UpdateFunctionCode: (parameters) => {
      const { Handler } = parameters
      Object.assign(
        ready(parameters),
        { zip: archive(parameters), Status: 'Updating' },
        typeof Handler === 'string' ? { Handler } : {},
      )
      return {}
    },
    UpdateFunctionConfiguration: (parameters) => {
      const found = ready(parameters)
      const { Timeout, MemorySize, Description, Runtime } = parameters
      if (Runtime !== undefined && Runtime !== found.Runtime)
        throw new Refusal('InvalidParameterValue.Runtime', 'The runtime cannot be changed.')
      if (typeof Timeout === 'number') found.Timeout = Timeout
      if (typeof MemorySize === 'number') found.MemorySize = MemorySize
      if (typeof Description === 'string') found.Description = Description
      // All of them: those that are not sent are gone.
      found.Variables = variablesOf(parameters) ?? found.Variables
      found.Status = 'Updating'
      return {}
    },
    DeleteFunction: (parameters) => {
      state.delete(one(parameters).FunctionName)
      return {}
    },
    BatchCreateTrigger: (parameters) => {
      const { Triggers } = one(parameters)
      const added = JSON.parse(text(parameters, 'Triggers')) as Trigger[]
      for (const trigger of added) addTrigger(Triggers, trigger)
      return {}
    },
    DeleteTrigger: (parameters) => {
      const { Triggers } = one(parameters)
      const at = Triggers.findIndex(
        ({ TriggerName }) => TriggerName === text(parameters, 'TriggerName'),
      )
      if (at < 0) throw new Refusal('ResourceNotFound.Trigger', 'The trigger does not exist.')
      Triggers.splice(at, 1)
      return {}
    },
    Invoke: (parameters) => {
      const run = invocations.get(one(parameters).FunctionName)
      const event = JSON.parse(text(parameters, 'ClientContext')) as Record<string, unknown>
      try {
        return { Result: { InvokeResult: 0, RetMsg: JSON.stringify(run?.(event) ?? {}) } }
      } catch (error) {
        return { Result: { InvokeResult: 1, ErrMsg: String(error), RetMsg: '' } }
      }
    },
    GetTempCosInfo: () => ({ Date: '2026-01-01', Sign: uploadSignature }),
  }
}

/** In the form COS wants; nothing is proven by it here. */
const uploadSignature =
  'q-sign-algorithm=sha1&q-ak=AKID&q-sign-time=0;1&q-key-time=0;1&q-url-param-list=&q-signature=0'

function listOf(state: FunctionsState, { Limit = 20, Offset = 0 }: Parameters): object {
  const all = [...state.values()].map(({ FunctionName, Runtime, Status }) => ({
    FunctionName,
    Runtime,
    Status,
  }))
  return {
    Functions: all.slice(Number(Offset), Number(Offset) + Number(Limit)),
    TotalCount: all.length,
  }
}

/** A timer of the same name is replaced; a second one does not work on a function. */
function addTrigger(triggers: Trigger[], { TriggerName, Type, TriggerDesc }: Trigger): void {
  const same = triggers.findIndex((one) => one.TriggerName === TriggerName)
  if (same >= 0) triggers.splice(same, 1)
  if (triggers.length > 0)
    throw new Refusal('LimitExceeded.Timer', 'The function has its timer already.')
  const cron = JSON.stringify({ cron: TriggerDesc })
  triggers.push({ TriggerName, Type, TriggerDesc: cron, Enable: 1 })
}

function variablesOf({ Environment }: Parameters): FunctionState['Variables'] | undefined {
  return (Environment as { Variables?: FunctionState['Variables'] } | undefined)?.Variables
}
