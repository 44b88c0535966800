const MAX_ENCODED_BYTES = 850
// eslint-disable-next-line no-control-regex -- control characters are among what WeChat refuses
const REFUSED_CHARACTERS = /[\u0000-\u001f\u007f\\%#?]/

/** Why WeChat's storage refuses the path; undefined for a good one. */
export function cloudPathComplaint(path: string): string | undefined {
  if (path === '') return 'cloudPath is empty'
  if (path.startsWith('/') || path.endsWith('/')) return 'cloudPath starts or ends with /'
  if (REFUSED_CHARACTERS.test(path)) return 'cloudPath has a control character or one of \\ % # ?'
  const segments = path.split('/')
  if (segments.includes('')) return 'cloudPath has // in it'
  if (segments.includes('.') || segments.includes('..')) return 'cloudPath has . or .. in it'
  if (Buffer.byteLength(encodeURI(path)) > MAX_ENCODED_BYTES) return 'cloudPath is over 850 bytes'
  return undefined
}

/** The `cloud://ENV.BUCKET/` that the file IDs of an environment start with. */
export function fileIdPrefix(envId: string): string {
  const mark = Buffer.from(envId).toString('hex').slice(0, 4).padEnd(4, '0')
  return `cloud://${envId}.${mark}-${envId}-1300000000/`
}
