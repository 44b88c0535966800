/** What a rule answers: a value, or a code saying why not with the data that belongs to it. */
export type Result<T, Code extends string = string, Detail = undefined> =
  { ok: true; value: T } | { ok: false; code: Code; detail: Detail }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

export function err<Code extends string>(code: Code): { ok: false; code: Code; detail: undefined }
export function err<Code extends string, Detail>(
  code: Code,
  detail: Detail,
): { ok: false; code: Code; detail: Detail }
export function err(code: string, detail?: unknown) {
  return { ok: false, code, detail }
}
