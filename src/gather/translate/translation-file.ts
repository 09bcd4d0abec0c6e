import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import type { TranslationCache } from './translator.ts'

/** Reads one line of the file; null for one that a crash left unfinished. */
function entryOf(line: string): { key: string; text: string } | null {
  try {
    const { key, text } = JSON.parse(line) as { key?: unknown; text?: unknown }
    return typeof key === 'string' && typeof text === 'string' ? { key, text } : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Translations kept by content in a file of JSON lines, which is only appended to; made at the first one. */
export function openTranslationFile(path: string): TranslationCache {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  const kept = new Map(lines.flatMap(line => entryOf(line) ?? []).map(({ key, text }) => [key, text]))
  // A line that a crash left unfinished is closed first, so that it spoils no other.
  let before = lines.length > 0 && lines.at(-1) !== '' ? '\n' : ''
  return {
    get: key => kept.get(key),
    set: (key, text) => {
      kept.set(key, text)
      appendFileSync(path, `${before}${JSON.stringify({ key, text })}\n`)
      before = ''
    },
  }
}
