import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import { ZipFile } from 'yazl'
import { type Instant, type RawItem, sha256 } from '#domain'
import { uriOf, type WarcRecord, warcInfo, warcRecord } from './warc.ts'

/** A capture to be exported, with the reports that were read from it. */
export interface WaczCapture {
  readonly raw: RawItem
  readonly body: Uint8Array
  readonly pages: readonly { readonly id: string; readonly url: string | null; readonly title: string | null }[]
}

const SOFTWARE = 'Fogline (WACZ 1.1.1)'
const WARC = 'archive/data.warc.gz'

/** The key a web archive sorts an address by: host from right to left, then path and query (`org,example)/news?a=1`). */
export function surtOf(uri: string): string {
  if (!/^https?:\/\//i.test(uri)) return uri
  const { hostname, port, pathname, searchParams } = new URL(uri)
  const host = hostname.toLowerCase().replace(/^www\d*\./, '')
  const turned = /^[\d.]+$|:/.test(host) ? host : host.split('.').reverse().join(',')
  const query = [...searchParams]
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&')
  return `${turned}${port === '' ? '' : `:${port}`})${pathname.toLowerCase()}${query === '' ? '' : `?${query.toLowerCase()}`}`
}

/** `2024-11-26T08:30:00.000Z` → `20241126083000`. */
const stampOf = (moment: string): string => moment.replace(/\D/g, '').slice(0, 14)

const jsonLines = (values: readonly unknown[]): Buffer =>
  Buffer.from(`${values.map(value => JSON.stringify(value)).join('\n')}\n`)

/**
 * Writes captures as a WACZ 1.1.1 file (https://specs.webrecorder.net/wacz/1.1.1/): the answers as WARC records, their
 * index, the pages with their titles, and a package that names each part with its hash. The same captures and `created`
 * give the same bytes. A capture that several reports share is written once.
 */
export async function writeWacz(
  captures: readonly WaczCapture[],
  out: Writable,
  about: { readonly title: string; readonly created: Instant },
): Promise<void> {
  const distinct = [...new Map(captures.map(capture => [capture.raw.id, capture])).values()]
  const records = distinct.map(({ raw, body }) => ({ raw, record: warcRecord(raw, body) }))
  const info = warcInfo(SOFTWARE, about.created)
  const index = indexOf(records, info.bytes.length)
  const parts = {
    [WARC]: Buffer.concat([info.bytes, ...records.map(({ record }) => record.bytes)]),
    'indexes/index.cdx.gz': index.cdx,
    'indexes/index.idx': index.idx,
    'pages/pages.jsonl': pagesOf(captures),
  }
  const resources = Object.entries(parts).map(([path, bytes]) => ({
    name: path.split('/').at(-1),
    path,
    hash: `sha256:${sha256(bytes)}`,
    bytes: bytes.length,
  }))
  const datapackage = Buffer.from(
    JSON.stringify(
      {
        profile: 'data-package',
        wacz_version: '1.1.1',
        title: about.title,
        created: about.created,
        software: SOFTWARE,
        resources,
      },
      null,
      2,
    ),
  )
  const digest = Buffer.from(JSON.stringify({ path: 'datapackage.json', hash: `sha256:${sha256(datapackage)}` }))
  await zip({ ...parts, 'datapackage.json': datapackage, 'datapackage-digest.json': digest }, about.created, out)
}

/** The index of the WARC as sorted CDXJ lines in one packed block, and the line that says where the block is (ZipNum). */
function indexOf(
  records: readonly { readonly raw: RawItem; readonly record: WarcRecord }[],
  begin: number,
): { cdx: Buffer; idx: Buffer } {
  let offset = begin
  const lines = records.map(({ raw, record }) => {
    const { uri, mime, status, digest, bytes } = record
    const fields = {
      url: uri,
      mime,
      ...(status === null ? {} : { status: String(status) }),
      digest,
      length: String(bytes.length),
      offset: String(offset),
      filename: 'data.warc.gz',
    }
    offset += bytes.length
    return `${surtOf(uri)} ${stampOf(raw.fetchedAt)} ${JSON.stringify(fields)}`
  })
  lines.sort()
  const cdx = gzipSync(`${lines.join('\n')}\n`)
  const first = lines[0]?.split(' ').slice(0, 2).join(' ') ?? ''
  const block = { offset: 0, length: cdx.length, digest: `sha256:${sha256(cdx)}`, filename: 'index.cdx.gz' }
  const head = { format: 'cdxj-gzip-1.0', filename: 'index.cdx.gz' }
  return { cdx, idx: Buffer.from(`!meta 0 ${JSON.stringify(head)}\n${first} ${JSON.stringify(block)}\n`) }
}

function pagesOf(captures: readonly WaczCapture[]): Buffer {
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'Reports', hasText: false }
  const pages = captures.flatMap(({ raw, pages: reports }) =>
    reports.map(({ id, title }) => ({ id, url: uriOf(raw), ts: raw.fetchedAt, ...(title === null ? {} : { title }) })),
  )
  return jsonLines([head, ...pages])
}

/** A zip whose parts are stored, not packed again: readers jump into the archive by its index. */
async function zip(parts: Readonly<Record<string, Buffer>>, created: Instant, out: Writable): Promise<void> {
  const file = new ZipFile()
  const mtime = new Date(created)
  for (const [path, bytes] of Object.entries(parts)) file.addBuffer(bytes, path, { compress: false, mtime })
  file.end()
  await pipeline(file.outputStream, out)
}
