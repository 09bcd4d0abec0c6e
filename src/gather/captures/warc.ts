import { gzipSync } from 'node:zlib'
import { type RawItem, sha256 } from '#domain'

/** One record of a WARC file, packed, and what its index says of it. */
export interface WarcRecord {
  readonly bytes: Uint8Array
  readonly uri: string
  readonly type: 'warcinfo' | 'response' | 'resource'
  readonly mime: string
  readonly status: number | null
  /** `sha256:` and the hash of the payload in hexadecimal. */
  readonly digest: string
}

const CRLF = '\r\n'
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A URN for what has no web address, by its content. */
export const uriOf = ({ url, sha256: hash }: RawItem): string =>
  url !== null && /^https?:\/\//i.test(url) ? url : `urn:sha256:${hash}`

/** A record id that is the same whenever the same thing is exported: a UUID of version 8 made of a hash. */
function recordId(content: string): string {
  const hex = sha256(content)
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)]
  return `<urn:uuid:${parts.join('-')}>`
}

/** One record as WARC 1.1 (ISO 28500:2017) writes it, in a gzip member of its own. */
function recordOf(fields: Readonly<Record<string, string>>, block: Uint8Array): Uint8Array {
  const head = ['WARC/1.1', ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`)]
  const whole = [
    encode(`${head.join(CRLF)}${CRLF}Content-Length: ${block.length}${CRLF}${CRLF}`),
    block,
    encode(CRLF + CRLF),
  ]
  return gzipSync(Buffer.concat(whole))
}

/** The record that says who made the file. */
export function warcInfo(software: string, created: string): WarcRecord {
  const block = encode(`software: ${software}${CRLF}format: WARC File Format 1.1${CRLF}`)
  const fields = {
    'WARC-Type': 'warcinfo',
    'WARC-Record-ID': recordId(`${software} ${created}`),
    'WARC-Date': created,
    'Content-Type': 'application/warc-fields',
  }
  const bytes = recordOf(fields, block)
  return {
    bytes,
    uri: '',
    type: 'warcinfo',
    mime: 'application/warc-fields',
    status: null,
    digest: `sha256:${sha256(block)}`,
  }
}

/** Headers that speak of how the body travelled; it is kept unpacked and whole, so they would be wrong. */
const OF_TRANSPORT = new Set(['content-encoding', 'transfer-encoding', 'content-length', 'connection', 'keep-alive'])

/** The answer as HTTP: its headers as they came, those of the transport under other names. */
function httpBlock({ status, contentType, headers }: RawItem, body: Uint8Array): Uint8Array {
  const given = headers ?? (contentType === null ? [] : [['content-type', contentType] as const])
  const lines = given.map(([name, value]) => {
    const safe = value.replace(/[\r\n]+/g, ' ')
    return OF_TRANSPORT.has(name) ? `x-archive-orig-${name}: ${safe}` : `${name}: ${safe}`
  })
  const head = [`HTTP/1.1 ${status ?? 200} OK`, ...lines, `content-length: ${body.length}`]
  return Buffer.concat([encode(`${head.join(CRLF)}${CRLF}${CRLF}`), body])
}

/** A capture as a record: a `response` where a server gave it, else a `resource`. */
export function warcRecord(raw: RawItem, body: Uint8Array): WarcRecord {
  const uri = uriOf(raw)
  const fetched = raw.status !== null && !uri.startsWith('urn:')
  const mime = (raw.contentType ?? 'application/octet-stream').split(';')[0]?.trim() || 'application/octet-stream'
  const digest = `sha256:${sha256(body)}`
  const block = fetched ? httpBlock(raw, body) : body
  const fields = {
    'WARC-Type': fetched ? 'response' : 'resource',
    'WARC-Record-ID': recordId(raw.id),
    'WARC-Date': raw.fetchedAt,
    'WARC-Target-URI': uri,
    'WARC-Payload-Digest': digest,
    'WARC-Block-Digest': `sha256:${sha256(block)}`,
    'Content-Type': fetched ? 'application/http; msgtype=response' : mime,
  }
  return {
    bytes: recordOf(fields, block),
    uri,
    type: fetched ? 'response' : 'resource',
    mime,
    status: raw.status,
    digest,
  }
}
