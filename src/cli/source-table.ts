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

/** The table of sources as lines: name, last good, last new, failing since, state. At most `rows` sources, the rest counted. */
export function sourceLines(sources: readonly SourceHealth[], now: Instant, width: number, rows: number): string[] {
  const shown = sources.slice(0, rows)
  const name = Math.min(34, Math.max(6, ...shown.map(source => `${source.name} (${source.subscription})`.length)))
  const rest = Math.max(20, width - name - 3 * 11 - 8)
  const head = `${fit('source', name)}  ${fit('last good', 11)}${fit('last new', 11)}${fit('failing', 11)}state`
  const lines = shown.map(source => {
    const { state, lastGood, lastNew, failingSince, lastError } = source
    const times = [lastGood, lastNew, failingSince].map(moment => fit(ago(moment, now), 11)).join('')
    const words = state === 'failing' && lastError ? lastError : WORDS[state]
    return `${fit(`${source.name} (${source.subscription})`, name)}  ${times}${coloured(state, fit(words, rest).trimEnd())}`
  })
  const left = sources.length - shown.length
  return [pc.dim(head), ...lines, ...(left > 0 ? [pc.dim(`and ${left} more`)] : [])]
}

/** Prints the whole table. */
export function printSources(sources: readonly SourceHealth[], now: Instant): void {
  for (const line of sourceLines(sources, now, Math.max(100, process.stdout.columns ?? 140), sources.length))
    print(line)
}
