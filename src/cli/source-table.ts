import pc from 'picocolors'
import type { Instant, SourceState } from '#domain'
import type { SourceHealth } from '#ledger'
import { print } from './output.ts'

const MINUTE_MS = 60_000

/** A moment as people count back to it: `now`, `7 min`, `3 h`, `2 days`; a dash for none. */
export function ago(moment: Instant | null, now: Instant): string {
  if (moment === null) return '–'
  const minutes = Math.floor((Date.parse(now) - Date.parse(moment)) / MINUTE_MS)
  if (minutes < 1) return 'now'
  if (minutes < 60) return `${minutes} min`
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h`
  return `${Math.floor(minutes / 1440)} days`
}

/** What each state means for whoever reads a briefing. */
const WORDS: Readonly<Record<SourceState, string>> = {
  failing: 'failing: its silence says nothing',
  unasked: 'not asked for long: its silence says nothing',
  silent: 'answers, without news',
  never: 'not asked yet',
  good: 'good',
  paused: 'paused',
}

const coloured = (state: SourceState, text: string): string =>
  state === 'failing' ? pc.red(text) : state === 'unasked' || state === 'silent' ? pc.yellow(text) : text

const fit = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width)

/** A column of moments; the narrower the terminal, the fewer there are. */
const MOMENTS = [
  { head: 'last good', of: (source: SourceHealth) => source.lastGood, from: 100 },
  { head: 'last new', of: (source: SourceHealth) => source.lastNew, from: 60 },
  { head: 'failing', of: (source: SourceHealth) => source.failingSince, from: 80 },
] as const
const MOMENT_WIDTH = 11

/**
 * The table of sources as lines of at most `width` columns (40 at the least): name, as many of last good, last new and failing
 * since as fit, and the state. At most `rows` sources, the rest counted.
 */
export function sourceLines(sources: readonly SourceHealth[], now: Instant, width: number, rows: number): string[] {
  const shown = sources.slice(0, rows)
  const moments = MOMENTS.filter(({ from }) => width >= from)
  const longest = Math.max(6, ...shown.map(source => nameOf(source).length))
  const name = Math.min(width >= 100 ? 34 : Math.max(16, Math.floor(width / 3)), longest)
  const state = Math.max(20, width - name - 2 - moments.length * MOMENT_WIDTH)
  const head = moments.map(moment => fit(moment.head, MOMENT_WIDTH)).join('')
  const lines = shown.map(source => {
    const times = moments.map(moment => fit(ago(moment.of(source), now), MOMENT_WIDTH)).join('')
    const words = source.state === 'failing' && source.lastError ? source.lastError : WORDS[source.state]
    return `${fit(nameOf(source), name)}  ${times}${coloured(source.state, fit(words, state).trimEnd())}`
  })
  const left = sources.length - shown.length
  return [pc.dim(`${fit('source', name)}  ${head}state`), ...lines, ...(left > 0 ? [pc.dim(`and ${left} more`)] : [])]
}

const nameOf = ({ name, subscription }: SourceHealth): string => `${name} (${subscription})`

/** Prints the whole table. */
export function printSources(sources: readonly SourceHealth[], now: Instant): void {
  for (const line of sourceLines(sources, now, Math.max(100, process.stdout.columns ?? 140), sources.length))
    print(line)
}
