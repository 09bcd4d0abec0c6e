import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Reads a text file, unpacking it first where its name ends in `.gz`. */
export const readText = (path: string): string =>
  path.endsWith('.gz') ? gunzipSync(readFileSync(path)).toString('utf8') : readFileSync(path, 'utf8')

/** Paths under a folder whose name matches, in order; the path itself where it is a file. */
export function listFiles(path: string, name: RegExp): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter(file => name.test(file))
    .sort()
    .map(file => join(path, file))
}

/** Undoes the five XML entities and numeric references. */
export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|amp|quot|apos));/gi, (_, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal))
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    return { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }[String(name).toLowerCase()] ?? ''
  })

/** Precision, recall and their harmonic mean from counts; 0 where there is nothing. */
export function prf(right: number, found: number, wanted: number): { precision: number; recall: number; f1: number } {
  const precision = found > 0 ? right / found : 0
  const recall = wanted > 0 ? right / wanted : 0
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
  return { precision, recall, f1 }
}
