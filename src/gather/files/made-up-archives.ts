/** Archives made up for tests, honest and hostile. */
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { type Headers, pack } from 'tar-stream'

/** One file of a made-up ZIP. */
export interface ZipFile {
  readonly name: string
  readonly content: string | Uint8Array
  readonly encrypted?: boolean
  readonly link?: boolean
}

const bytesOf = (content: string | Uint8Array): Buffer => Buffer.from(content as string)

/** A ZIP archive, its files deflated. */
export function makeZip(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const [content, name] = [bytesOf(file.content), Buffer.from(file.name)]
    const packed = deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x800 | (file.encrypted ? 1 : 0), 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((file.link ? 0o120777 : 0o100644) << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 3]), common, tail, name]))
    locals.push(local)
    offset += local.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, list, end])
}

/** A TAR archive. */
export async function makeTar(
  files: readonly (Headers & { readonly content?: string | Uint8Array })[],
): Promise<Buffer> {
  const tar = pack()
  for (const { content, ...header } of files) tar.entry(header, bytesOf(content ?? ''))
  tar.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of tar) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** What a made-up WARC record holds. */
export interface MadeUpRecord {
  readonly type?: string
  readonly url: string
  readonly date?: string
  readonly contentType?: string
  readonly body: string | Uint8Array
}

/** One record, in a gzip member of its own as crawlers write them where `gzip` is true. */
export function makeWarcRecord(record: MadeUpRecord, gzip = false): Buffer {
  const body = bytesOf(record.body)
  const head = [
    'WARC/1.1',
    `WARC-Type: ${record.type ?? 'response'}`,
    `WARC-Target-URI: ${record.url}`,
    `WARC-Date: ${record.date ?? '2024-11-26T10:00:00Z'}`,
    `Content-Type: ${record.contentType ?? 'application/http; msgtype=response'}`,
    `Content-Length: ${body.length}`,
  ]
  const whole = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body, Buffer.from('\r\n\r\n')])
  return gzip ? gzipSync(whole) : whole
}

/** An HTTP answer as a WARC keeps it. */
export const makeAnswer = (body: string | Uint8Array, headers: readonly string[] = [], status = '200 OK'): Buffer =>
  Buffer.concat([
    Buffer.from(`${[`HTTP/1.1 ${status}`, 'Content-Type: text/html; charset=utf-8', ...headers].join('\r\n')}\r\n\r\n`),
    bytesOf(body),
  ])

/** A page of a made-up outlet with one paragraph. */
export const makePage = (title: string, words: string, date = '2024-11-25'): string =>
  `<!doctype html><html><head><title>${title}</title><meta property="og:site_name" content="River Herald"><meta name="date" content="${date}"></head><body><article><h1>${title}</h1><p>${words}</p></article></body></html>`
