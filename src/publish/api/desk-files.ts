import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { Context } from 'hono'
import { getMimeType } from 'hono/utils/mime'

/** Files whose name carries a hash of their content never change under that name. */
const HASHED = /-[\w-]{8,}\.\w+$/

/**
 * Answers from the folder of the built desk: the file of the path, or for a path that names no file (`/day/2024-11-26`)
 * the desk's `index.html`, which reads the address itself. Null where a file is asked for that is not there. Nothing
 * outside the folder is ever read, whatever the path or a link inside the folder says.
 */
export async function deskFile(c: Context, deskDir: string): Promise<Response | null> {
  const path = decodePath(c.req.path)
  if (path === null) return null
  const file = await fileInside(deskDir, path)
  if (file) return send(c, file, HASHED.test(file.path) ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (extname(path) !== '') return null
  const index = await fileInside(deskDir, '/index.html')
  return index && (await send(c, index, 'no-cache'))
}

interface DeskFile {
  readonly path: string
  readonly size: number
  readonly modified: number
}

/** The path as text; null where it is no valid encoding or holds what no file name may. */
function decodePath(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path)
    return /[\0\\]/.test(decoded) || decoded.split('/').includes('..') ? null : decoded
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

async function fileInside(deskDir: string, path: string): Promise<DeskFile | null> {
  try {
    const root = await realpath(deskDir)
    const real = await realpath(join(root, path))
    const found = await stat(real)
    if (!found.isFile() || !real.startsWith(root + sep)) return null
    return { path: real, size: found.size, modified: found.mtimeMs }
  } catch (error) {
    if (error instanceof Error && 'code' in error && NOT_THERE.has(String(error.code))) return null
    throw error
  }
}

const NOT_THERE = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EACCES'])

async function send(c: Context, { path, size, modified }: DeskFile, cache: string): Promise<Response> {
  const tag = `"${size.toString(36)}-${Math.round(modified).toString(36)}"`
  const headers = { etag: tag, 'cache-control': cache }
  if (c.req.header('if-none-match') === tag) return c.body(null, 304, headers)
  const type = getMimeType(path) ?? (path.endsWith('.mjs') ? 'text/javascript' : 'application/octet-stream')
  return c.body(new Uint8Array(await readFile(path)), 200, {
    ...headers,
    'content-type': type,
    'content-length': String(size),
  })
}
