import { html } from 'hono/html'
import type { Figure } from '#domain'
import { groupBy } from '#kit'
import { type Markup, table } from './layout.ts'
import type { SiteFile, SiteInput, WritePage } from './site-pages.ts'

const MOST = 1000

/** The newest figures by measure, each by whose count it is. */
export async function figuresPage({ ledger, asOf, theatre }: SiteInput, write: WritePage): Promise<SiteFile> {
  const { rows } = await ledger.figures({ asOf, limit: MOST })
  const measures = [...groupBy(rows, ({ measure }) => measure)].sort(([a], [b]) => (a < b ? -1 : 1))
  const body: Markup = html`<h1>Figures</h1><p class="counts">By whose count each is; no two counts are ever added up.</p>${measures.map(
    ([measure, some]) =>
      html`<h2>${measure}</h2>${table(['day', 'by whose count', 'of', 'figure', 'claims'], some.map(rowOf))}`,
  )}`
  return write('figures.html', `Figures · ${theatre.name}`, body)
}

const rowOf = (figure: Figure): readonly (string | number)[] => [
  figure.happened,
  `${figure.claimant} (${figure.camp})`,
  figure.subject ?? '',
  wordsOf(figure),
  figure.because.join(' '),
]

const number = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 2 })

function wordsOf({ value, low, high, of, unit, change }: Figure): string {
  const count =
    value !== null
      ? number(value)
      : low !== null && high !== null
        ? `${number(low)}–${number(high)}`
        : low !== null
          ? `at least ${number(low)}`
          : high !== null
            ? `at most ${number(high)}`
            : ''
  return [count, of === null ? '' : `of ${number(of)}`, unit ?? '', change === null ? '' : `(+${number(change)})`]
    .filter(Boolean)
    .join(' ')
}
