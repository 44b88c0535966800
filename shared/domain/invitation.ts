/** How long an invitation can be used. */
export const invitationMs = 3 * 86_400_000

/** Letters and digits that are not taken for one another: no I, L, O, 0 or 1. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const codeLength = 8

/** A code to be read out, from random bytes; bytes that would favour a letter are passed over. */
export function invitationCode(bytes: Iterable<number>): string | undefined {
  let code = ''
  for (const byte of bytes) {
    if (byte < 256 - (256 % letters.length)) code += letters.charAt(byte % letters.length)
    if (code.length === codeLength) return code
  }
  return undefined
}
