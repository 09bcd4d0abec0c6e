import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Answers of models kept by report and model, so that no report is sent twice and a second reading says the same. */
export interface ProposalCache {
  readonly get: (key: string) => string | undefined
  readonly set: (key: string, content: string) => void
}

/** One line of the file; null for one that a crash left unfinished. */
function entryOf(line: string): readonly [string, string] | null {
  try {
    const { key, content } = JSON.parse(line) as { key?: unknown; content?: unknown }
    return typeof key === 'string' && typeof content === 'string' ? [key, content] : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Answers in a file of JSON lines, which is only appended to; it and its folder are made at the first one. */
export function openProposalFile(path: string): ProposalCache {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  const kept = new Map(
    lines.flatMap(line => [entryOf(line) ?? []]).filter(entry => entry.length === 2) as [string, string][],
  )
  // A line that a crash left unfinished is closed first, so that it spoils no other.
  let before = lines.length > 0 && lines.at(-1) !== '' ? '\n' : ''
  return {
    get: key => kept.get(key),
    set: (key, content) => {
      kept.set(key, content)
      mkdirSync(dirname(path), { recursive: true })
      appendFileSync(path, `${before}${JSON.stringify({ key, content })}\n`)
      before = ''
    },
  }
}

/** Answers kept as long as the process lives. */
export function proposalMemory(): ProposalCache {
  const kept = new Map<string, string>()
  return { get: key => kept.get(key), set: (key, content) => void kept.set(key, content) }
}
