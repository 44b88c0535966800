import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

export interface Certificate {
  /** In PEM. */
  certificate: string
  key: string
}

export interface Authority extends Certificate {
  /** A certificate for these host names, `*.example.com` too, that the authority vouches for. */
  issue(hosts: readonly string[]): Certificate
}

/** A certificate authority of its own, made in memory and valid for two hours. */
export function createAuthority(): Authority {
  const keys = newKeys()
  const certificate = sign({ keys, signer: keys.privateKey, hosts: [] })
  return {
    certificate,
    key: pemOf(keys.privateKey),
    issue(hosts) {
      const own = newKeys()
      const issued = sign({ keys: own, signer: keys.privateKey, hosts })
      return { certificate: issued, key: pemOf(own.privateKey) }
    },
  }
}

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pemOf = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()

interface Request {
  keys: ReturnType<typeof newKeys>
  signer: KeyObject
  /** Without any it is the authority's own. */
  hosts: readonly string[]
}

const authorityName = 'Yidian test authority'
const hour = 3_600_000

/** X.509 version 3, as RFC 5280 lays it out. */
function sign({ keys, signer, hosts }: Request): string {
  const subject = hosts[0] ?? authorityName
  const now = Date.now()
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    nameOf(authorityName),
    sequence(time(now - hour), time(now + 2 * hour)),
    nameOf(subject),
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(hosts.length > 0 ? namesExtension(hosts) : authorityExtension)),
  )
  const signature = createSign('sha256').update(body).sign(signer)
  const certificate = sequence(body, ecdsaWithSha256, bits(signature))
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

function tagged(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: Buffer[]) => tagged(0x30, ...parts)
const integer = (value: Buffer) => tagged(0x02, value)
const bits = (value: Buffer) => tagged(0x03, Buffer.from([0]), value)
const octets = (value: Buffer) => tagged(0x04, value)
const oid = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'))
const yes = tagged(0x01, Buffer.from([0xff]))
const time = (at: number) =>
  tagged(0x17, Buffer.from(`${new Date(at).toISOString().replace(/\D/g, '').slice(2, 14)}Z`))
const nameOf = (commonName: string) =>
  sequence(tagged(0x31, sequence(oid('550403'), tagged(0x0c, Buffer.from(commonName)))))

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))
const authorityExtension = sequence(oid('551d13'), yes, octets(sequence(yes)))
const namesExtension = (hosts: readonly string[]) =>
  sequence(oid('551d11'), octets(sequence(...hosts.map((host) => tagged(0x82, Buffer.from(host))))))
