import { ApiFailure } from '../define-api'

type Bytes = Uint8Array<ArrayBuffer>

/** Bytes as WeChat hands a file over: text in the encoding asked for, else an ArrayBuffer. */
export function decode(bytes: Bytes, encoding: string | undefined): string | ArrayBuffer {
  switch (encoding) {
    case undefined:
      return bytes.slice().buffer
    case 'utf8':
    case 'utf-8':
      return new TextDecoder().decode(bytes)
    case 'base64':
      return btoa(binaryOf(bytes))
    case 'binary':
    case 'latin1':
    case 'ascii':
      return binaryOf(bytes)
    case 'hex':
      return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    default:
      throw unknownEncoding(encoding)
  }
}

/** What a mini program writes, as bytes. */
export function encode(data: unknown, encoding = 'utf8'): Bytes {
  if (data instanceof ArrayBuffer) return new Uint8Array(data.slice(0))
  if (ArrayBuffer.isView(data)) {
    return new Uint8Array(
      data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) as ArrayBuffer,
    )
  }
  if (typeof data !== 'string') {
    throw new ApiFailure('parameter error: parameter.data should be String or ArrayBuffer;', {
      errno: 1001,
    })
  }
  switch (encoding) {
    case 'utf8':
    case 'utf-8':
      return new TextEncoder().encode(data)
    case 'base64':
      return bytesOf(atob(data))
    case 'binary':
    case 'latin1':
    case 'ascii':
      return bytesOf(data)
    case 'hex':
      return Uint8Array.from(data.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
    default:
      throw unknownEncoding(encoding)
  }
}

function unknownEncoding(encoding: string): ApiFailure {
  return new ApiFailure(`invalid encoding "${encoding}"`, { errno: 1300000 })
}

function binaryOf(bytes: Bytes): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

function bytesOf(binary: string): Bytes {
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0) & 0xff)
}
