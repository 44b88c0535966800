import { Reader, Writer } from 'protobufjs/minimal'

/** Reads the parameters of an `openapi` call out of its `CommApiData` message. */
export function decodeRequest(message: Buffer): Record<string, unknown> {
  const parameters: Record<string, unknown> = {}
  for (const openApiData of fields(message, 2)) {
    for (const pair of fields(openApiData, 1)) {
      const [key] = fields(pair, 1)
      const [value] = fields(pair, 2)
      const [contentType] = fields(pair, 3)
      if (key === undefined || value === undefined) continue
      parameters[key.toString()] =
        contentType === undefined
          ? (JSON.parse(value.toString()) as unknown)
          : { contentType: contentType.toString(), value }
    }
  }
  return parameters
}

/** Writes an answer as a `CommOpenApiResp`; one with `contentType` and `buffer` as those bytes. */
export function encodeResponse(answer: Record<string, unknown>): Buffer {
  const { contentType, buffer } = answer
  const isFile = typeof contentType === 'string' && Buffer.isBuffer(buffer)
  const bytes = isFile ? buffer : Buffer.from(JSON.stringify({ errcode: 0, ...answer }))
  const writer = Writer.create()
  writer.uint32((1 << 3) | 2).bytes(bytes)
  writer.uint32((2 << 3) | 2).string(isFile ? contentType : 'application/json; encoding=utf-8')
  return Buffer.from(writer.finish())
}

/** The values of a field of length-delimited type. */
function fields(message: Buffer, number: number): Buffer[] {
  const reader = Reader.create(message)
  const found: Buffer[] = []
  while (reader.pos < reader.len) {
    const tag = reader.uint32()
    if (tag >>> 3 === number && (tag & 7) === 2) found.push(Buffer.from(reader.bytes()))
    else reader.skipType(tag & 7)
  }
  return found
}
