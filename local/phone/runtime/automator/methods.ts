/** Answers one method of the automator's protocol; what it throws is the client's error message. */
export type Method = (params: Params) => unknown

export interface Params {
  pageId?: number
  elementId?: string
  selector?: string
  path?: string
  method?: string
  name?: string
  type?: string
  names?: string[]
  args?: unknown[]
  data?: unknown
  detail?: unknown
  eventName?: string
  functionName?: string
  functionDeclaration?: string
  result?: unknown
  touches?: Record<string, number>[]
  changedTouches?: Record<string, number>[]
  /** The official client's own spelling. */
  changeTouches?: Record<string, number>[]
}

/** The value at a path such as `a.b[0].c`; the whole value without a path. */
export function valueAt(value: unknown, path: string | undefined): unknown {
  if (!path) return value
  const names = path.replace(/\[(\w+)\]/g, '.$1').split('.')
  return names.reduce<unknown>(
    (each, name) => (each as Record<string, unknown> | null | undefined)?.[name],
    value,
  )
}

/** Calls a method of page code; missing ones are told as WeChat's tool does. */
export async function callOwn(
  owner: Record<string, unknown>,
  name: string,
  args: unknown[],
): Promise<unknown> {
  const method = owner[name]
  if (typeof method !== 'function') throw new Error(`${name} is not a method`)
  return (await (method as (...values: unknown[]) => unknown).apply(owner, args)) as unknown
}
