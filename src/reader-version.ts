import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Theatre } from '#domain'
import { canonicalJson, sha256 } from '#domain'

const READER = fileURLToPath(new URL('./read', import.meta.url))

/**
 * The version of the reader: a hash of its own files (code, word lists, weights) and of the war's names it reads by, 12
 * hexadecimal digits each. Nobody has to remember to raise it; a change that alters no reading costs one `fogline reread`
 * that finds nothing new. Sources are left out: they come and go with the reports.
 */
export function readerVersion(theatre: Theatre): string {
  const known = versions.get(theatre)
  if (known !== undefined) return known
  const { sources: _sources, ...names } = theatre
  const version = `${ownHash()}-${sha256(canonicalJson(names)).slice(0, 12)}`
  versions.set(theatre, version)
  return version
}

const versions = new WeakMap<Theatre, string>()

let own: string | null = null

function ownHash(): string {
  own ??= sha256(
    readdirSync(READER, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && !/\.(?:test\.ts|md|map|d\.ts)$/.test(entry.name))
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => `${path.slice(READER.length).replaceAll('\\', '/')} ${sha256(readFileSync(path))}`)
      .sort()
      .join('\n'),
  ).slice(0, 12)
  return own
}
