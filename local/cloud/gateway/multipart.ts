import { WireRefusal } from './wire'

/**
 * Reads the `multipart/form-data` that the SDK sends for WeChat's own APIs: a part with a content
 * type becomes bytes, any other a text.
 */
export function parseMultipart(body: Buffer, contentType: string): Record<string, unknown> {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/.exec(contentType)
  if (!boundary) throw new WireRefusal('INVALID_PARAM', 'the form has no boundary')
  const delimiter = `--${boundary[1] ?? boundary[2]}`
  const fields: Record<string, unknown> = {}
  let from = body.indexOf(delimiter)
  while (from >= 0) {
    from += delimiter.length + 2
    const headEnd = body.indexOf('\r\n\r\n', from)
    const end = body.indexOf(`\r\n${delimiter}`, from)
    if (headEnd < 0 || end < 0) break
    const head = body.toString('utf8', from, headEnd)
    const name = /name="([^"]*)"/.exec(head)?.[1]
    if (name === undefined) throw new WireRefusal('INVALID_PARAM', 'a part of the form has no name')
    const value = body.subarray(headEnd + 4, end)
    fields[name] = /^content-type:/im.test(head) ? value : value.toString('utf8')
    from = end + 2
  }
  return fields
}
