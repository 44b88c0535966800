import { createHash, createHmac } from 'node:crypto'
import type { Request } from './proxy'

const hash = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
const keyed = (key: string | Buffer, content: string) =>
  createHmac('sha256', key).update(content).digest()

const form =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d\d-\d\d)\/(\w+)\/tc3_request, ?SignedHeaders=([\w;-]+), ?Signature=(\w+)$/

/** Whether the call is signed with this key over exactly what came in (TC3-HMAC-SHA256). */
export function isSigned({ method, headers, body }: Request, secretKey: string): boolean {
  const [, , date = '', service = '', names = '', signature] =
    form.exec(String(headers.authorization)) ?? []
  const signed = names.split(';').map((name) => `${name}:${String(headers[name]).toLowerCase()}\n`)
  const request = [method, '/', '', signed.join(''), names, hash(body)].join('\n')
  const scope = `${date}/${service}/tc3_request`
  const text = ['TC3-HMAC-SHA256', headers['x-tc-timestamp'], scope, hash(request)].join('\n')
  const key = keyed(keyed(keyed(`TC3${secretKey}`, date), service), 'tc3_request')
  return keyed(key, text).toString('hex') === signature
}
