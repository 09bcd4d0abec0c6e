import { gunzipSync } from 'node:zlib'
import { InputError } from '#domain'
import type { FetchedBody } from '../web/fetch-body.ts'

/** A sitemap of 50 MB is the largest the protocol allows. */
const MOST_BYTES = 50_000_000

/** An answer as it is, or unpacked where it is a gzip file (`sitemap.xml.gz`). Throws InputError for a broken or bursting one. */
export function unpackSitemap(answer: FetchedBody): FetchedBody {
  if (answer.body[0] !== 0x1f || answer.body[1] !== 0x8b) return answer
  try {
    return { ...answer, contentType: 'application/xml', body: gunzipSync(answer.body, { maxOutputLength: MOST_BYTES }) }
  } catch (cause) {
    throw new InputError(
      `${answer.url}: expected a gzip file of at most ${MOST_BYTES} bytes, found a broken or larger one.`,
      {
        cause,
      },
    )
  }
}
