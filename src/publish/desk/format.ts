import type { Briefing, BriefingItem, Citation, ClaimFigure, RecordedClaim } from '#domain'
import { strings } from './strings/index.ts'

/** `Tue 26 Nov 2024`, in UTC. */
export const dateWords = (date: string): string =>
  new Date(`${date.slice(0, 10)}T00:00:00Z`).toLocaleDateString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })

/** `26 Nov 2024, 08:30 UTC`. */
export const momentWords = (instant: string): string =>
  `${new Date(instant).toLocaleString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })} UTC`

interface Amount {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly of: number | null
  readonly unit: string | null
}

/** A number or a bound as people write it, never rounded: `171,160`, `at least 235 km2`, `16 of 21`. */
export function amountWords({ value, low, high, of, unit }: Amount): string {
  const show = (number: number) => number.toLocaleString('en-GB', { maximumFractionDigits: 4 })
  const number =
    value !== null
      ? show(value)
      : low !== null && high !== null
        ? `${show(low)}–${show(high)}`
        : low !== null
          ? `at least ${show(low)}`
          : `up to ${show(high ?? 0)}`
  return `${number}${of === null ? '' : ` of ${show(of)}`}${unit === null ? '' : ` ${unit}`}`
}

/** A figure of a claim with what it measures and the step it names. */
export function figureWords(figure: ClaimFigure): string {
  const { change, measure } = figure
  const step =
    change === null
      ? ''
      : ` (${change < 0 ? '−' : '+'}${Math.abs(change).toLocaleString('en-GB', { maximumFractionDigits: 4 })})`
  return `${measure} ${amountWords(figure)}${step}`
}

const escaped = (text: string): string => text.replace(/([\\`*_[\]<>])/g, '\\$1')
const cite = (citation: Citation): string => {
  const name = escaped(citation.chain.join(', via '))
  const link = citation.url && /^https?:/.test(citation.url) ? `[${name}](<${citation.url}>)` : name
  return `> “${escaped(citation.quote)}” — ${link}, ${momentWords(citation.publishedAt)}`
}

/** A claim as Markdown: its words, whose they are, by which way and when. */
export function claimMarkdown(claim: RecordedClaim, url: string | null): string {
  const { text: quote, chain, said: publishedAt, id, article } = claim
  return cite({ claim: id, article, outlet: claim.outlet ?? claim.source, url, publishedAt, quote, chain })
}

/** A line of the briefing as Markdown with the words it stands on. */
export function itemMarkdown(item: BriefingItem): string {
  const belief =
    item.likelihood && item.confidence
      ? ` (${strings.band(item.likelihood)}, ${strings.confidence(item.confidence)}, ${strings.origin(item.origins)})`
      : ''
  return [`- ${escaped(item.text)}${belief}`, ...item.citations.map(citation => `  ${cite(citation)}`)].join('\n')
}

/** A whole edition as Markdown: its head, its sections, every line with the words it stands on. */
export function briefingMarkdown({ day, date, asOf, sections }: Briefing): string {
  const head = `# ${strings.day(day)}, ${dateWords(date)}\n\n${strings.frame.asOfLabel} ${momentWords(asOf)}.`
  const parts = sections
    .filter(({ items }) => items.length > 0)
    .map(({ heading, items }) => `## ${escaped(heading)}\n\n${items.map(itemMarkdown).join('\n')}`)
  return [head, ...parts].join('\n\n')
}
