import type { MiddlewareHandler } from 'hono'
import { sha256 } from '#domain'

/**
 * Gives each answer an entity tag, the hash of its bytes, and a second asking for the same bytes a 304 without them.
 * Hono's own middleware clones the answer to hash it; on Node 20 a clone that is collected can take the body of its
 * original with it ("Body is unusable"), so here the bytes are read once and sent on.
 */
export const entityTag: MiddlewareHandler = async (c, next) => {
  await next()
  // A stream has no end to hash, and must not be held whole to find it.
  const { headers: given } = c.res
  const streams =
    given.get('cache-control') === 'no-store' || given.get('content-type')?.startsWith('text/event-stream')
  if (c.res.status !== 200 || streams) return
  const body = new Uint8Array(await c.res.arrayBuffer())
  const tag = `"${sha256(body).slice(0, 24)}"`
  const headers = new Headers(c.res.headers)
  headers.set('etag', tag)
  const asked = (c.req.header('if-none-match') ?? '').split(',').map(one => one.trim().replace(/^W\//, ''))
  // Hono joins the headers of an answer it replaces with those of the new one unless it is told to forget it.
  c.res = undefined
  c.res = asked.includes(tag)
    ? new Response(null, { status: 304, headers })
    : new Response(body, { status: 200, headers })
}
