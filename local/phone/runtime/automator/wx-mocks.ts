import type { Params } from './methods'

/** wx methods replaced by a test driver, until it restores them. */
export interface WxMocks {
  /** A result, a function's text, or neither to restore the method. */
  set(params: Params): void
}

const SYNCHRONOUS =
  /Sync$|^get(Window|Device|AppBase)Info$|^get(SystemSetting|AppAuthorizeSetting|MenuButtonBoundingClientRect|UpdateManager|StorageInfoSync)$|^create[A-Z]|^canIUse$/

interface Callbacks {
  success?: (result: unknown) => void
  complete?: (result: unknown) => void
}

export function createWxMocks(
  wx: Record<string, unknown>,
  evaluate: (body: string) => unknown,
): WxMocks {
  const originals = new Map<string, unknown>()
  return {
    set({ method = '', functionDeclaration, result, args = [] }) {
      if (functionDeclaration === undefined && result === undefined) {
        if (originals.has(method)) wx[method] = originals.get(method)
        originals.delete(method)
        return
      }
      if (!originals.has(method)) originals.set(method, wx[method])
      const origin = originals.get(method)
      const answer =
        functionDeclaration === undefined
          ? () => result
          : (evaluate(`return (${functionDeclaration}\n)`) as (...values: unknown[]) => unknown)
      wx[method] = (...given: unknown[]) => {
        const value = answer.apply({ origin }, [...given, ...args])
        return SYNCHRONOUS.test(method) ? value : tell(given[0] as Callbacks | undefined, value)
      }
    },
  }
}

/** The way an asynchronous wx method answers: by callbacks where they are given, and a promise. */
async function tell(callbacks: Callbacks | undefined, value: unknown): Promise<unknown> {
  const result = await value
  callbacks?.success?.(result)
  callbacks?.complete?.(result)
  return result
}
