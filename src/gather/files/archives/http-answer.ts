import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { InputError } from '#domain'
import { readHeaders } from './read-warc.ts'

/** An answer of a web server as it was captured, its body unpacked. */
export interface HttpAnswer {
  readonly status: number
  readonly contentType: string | null
  readonly etag: string | null
  readonly lastModified: string | null
  /** Each header in order, names in small letters. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array
}

/** A body sent in chunks (RFC 9112, 7.1), put together; as it is where it has no chunks: many captures keep the header alone. */
function joinChunks(body: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at)
    const line = end < 0 || end - at > 1000 ? '' : body.toString('latin1', at, end)
    if (!/^[0-9a-f]{1,8}[ \t]*(?:;|$)/i.test(line)) return parts.length === 0 ? body : Buffer.concat(parts)
    const size = Number.parseInt(line, 16)
    if (size === 0) break
    parts.push(body.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
  return Buffer.concat(parts)
}

type Unpack = (body: Buffer, options: { maxOutputLength: number }) => Buffer

const inflate: Unpack = (body, options) => ((body[0] ?? 0) % 16 === 8 ? inflateSync : inflateRawSync)(body, options)
const CODINGS: Readonly<Record<string, Unpack>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflate,
  br: brotliDecompressSync,
}

/** A body as it was before it was packed for the way. A coding that is named but was undone before the capture is passed over. */
function decode(body: Buffer, coding: string, where: string, maxBytes: number): Buffer {
  const unpack = CODINGS[coding]
  if (unpack === undefined || (coding.endsWith('gzip') && body.readUInt16BE(0) !== 0x1f8b)) return body
  try {
    return unpack(body, { maxOutputLength: maxBytes })
  } catch (cause) {
    if (cause instanceof RangeError)
      throw new InputError(`${where} unpacks to more than ${maxBytes} bytes; left out.`, { cause })
    // Chrome and others write the header and keep the plain page.
    if (/^\s*[<{[\w]/.test(body.toString('latin1', 0, 64))) return body
    throw new InputError(`${where} was captured damaged: its ${coding} body cannot be unpacked.`, { cause })
  }
}

/** Reads a captured HTTP answer. Null when the bytes are none. Throws InputError when its body cannot be unpacked. */
export function readHttpAnswer(bytes: Buffer, where: string, maxBytes: number): HttpAnswer | null {
  const end = bytes.indexOf('\r\n\r\n')
  const [line = '', ...lines] = bytes
    .toString('latin1', 0, end < 0 ? Math.min(bytes.length, 65_536) : end)
    .split(/\r?\n/)
  const status = Number(/^HTTP\/\d(?:\.\d)?\s+(\d{3})\b/i.exec(line)?.[1])
  if (!Number.isInteger(status)) return null
  const headers = readHeaders(lines)
  let body = end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 4)
  if (/chunked/i.test(headers.get('transfer-encoding') ?? '')) body = joinChunks(body)
  const codings = (headers.get('content-encoding') ?? '').toLowerCase().split(/\s*,\s*/)
  for (const coding of codings.toReversed()) if (body.length > 1) body = decode(body, coding, where, maxBytes)
  return {
    status,
    contentType: headers.get('content-type') ?? null,
    etag: headers.get('etag') ?? null,
    lastModified: headers.get('last-modified') ?? null,
    headers: lines.flatMap(line => {
      const at = line.indexOf(':')
      return at > 0 ? [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const] : []
    }),
    body,
  }
}
