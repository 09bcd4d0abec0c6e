import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import type { Figure } from '#domain'
import type { Measures } from '#publish/api'
import { changed } from '../as-of-search.ts'
import { FigureChart } from '../figures/chart.tsx'
import { FigureTable } from '../figures/figure-table.tsx'
import { claimantsOf, pointOf } from '../figures/series.ts'
import { figurePages, measuresQuery } from '../ledger-api.ts'
import { Choice } from '../parts/choice.tsx'
import { Pages } from '../parts/pages.tsx'
import { ScreenHead } from '../parts/screen-head.tsx'
import { Answer, Empty } from '../parts/states.tsx'
import type { FiguresSearch } from '../search-params.ts'
import { strings } from '../strings/index.ts'

const words = strings.figuresScreen

/** `/figures?measure=…`: numbers by whose count, over time, with what is odd about them. */
export function FiguresScreen() {
  const { asOf } = useSearch({ from: '__root__' })
  const measures = useQuery(measuresQuery(asOf))
  return (
    <article>
      <ScreenHead title={words.title} about={words.about} />
      <Answer query={measures}>
        {({ measures }) => (measures.length === 0 ? <Empty title={words.none} /> : <Board measures={measures} />)}
      </Answer>
    </article>
  )
}

type Change = { [Key in keyof FiguresSearch]?: FiguresSearch[Key] | undefined }

function Board({ measures }: { measures: Measures['measures'] }) {
  const { asOf } = useSearch({ from: '__root__' })
  const search = useSearch({ from: '/figures' })
  const navigate = useNavigate({ from: '/figures' })
  const write = useCallback(
    (change: Change) => void navigate({ replace: true, search: previous => changed(previous, change) }),
    [navigate],
  )
  // What is counted over time says most; what is counted of everything (`count`) least.
  const worth = ({ measure, cumulative, daily, figures }: Measures['measures'][number]) =>
    cumulative * 1000 + daily * 100 + (measure === 'count' ? 0 : figures)
  const most = [...measures].sort((a, b) => worth(b) - worth(a))[0]
  const chosen = measures.find(({ measure }) => measure === search.measure) ?? most
  const kind =
    search.series ?? (chosen && chosen.cumulative > 0 ? 'cumulative' : chosen && chosen.daily > 0 ? 'daily' : 'event')
  const query = useInfiniteQuery(
    figurePages({
      measure: chosen?.measure,
      subject: search.subject,
      claimant: search.claimant,
      series: kind === 'event' ? undefined : kind,
      asOf,
    }),
  )
  if (!chosen) return <Empty title={words.none} />
  return (
    <>
      <Choices measures={measures} chosen={chosen} kind={kind} search={search} onChange={write} />
      <Pages query={query} none={words.tooFew}>
        {figures => (
          <Shown
            figures={figures.filter(({ series }) => kind !== 'event' || series === null)}
            joined={kind !== 'event'}
            label={chosen.measure}
            search={search}
            onChange={write}
          />
        )}
      </Pages>
    </>
  )
}

function Choices({
  measures,
  chosen,
  kind,
  search,
  onChange,
}: {
  measures: Measures['measures']
  chosen: Measures['measures'][number]
  kind: string
  search: FiguresSearch
  onChange: (change: Change) => void
}) {
  const every = ['', words.every] as const
  const names = (list: readonly string[]) => list.map(name => [name, name] as const)
  return (
    <div className="filters">
      <Choice
        label={words.measure}
        value={chosen.measure}
        options={measures.map(({ measure, figures }) => [measure, `${measure} (${figures})`])}
        onChange={measure => onChange({ measure, subject: undefined, claimant: undefined, series: undefined })}
      />
      <Choice
        label={words.series}
        value={kind}
        options={Object.entries(words.kinds)}
        onChange={series => onChange({ series })}
      />
      <Choice
        label={words.subject}
        value={search.subject ?? ''}
        options={[every, ...names(chosen.subjects)]}
        onChange={subject => onChange({ subject: subject || undefined })}
      />
      <Choice
        label={words.claimants}
        value={search.claimant ?? ''}
        options={[every, ...names(chosen.claimants)]}
        onChange={claimant => onChange({ claimant: claimant || undefined })}
      />
      {(['from', 'to'] as const).map(key => (
        <label key={key} className="choice">
          <span>{words[key]}</span>
          <input
            type="date"
            value={search[key] ?? ''}
            onChange={event => onChange({ [key]: event.target.value || undefined })}
          />
        </label>
      ))}
      {(search.from !== undefined || search.to !== undefined) && (
        <button type="button" onClick={() => onChange({ from: undefined, to: undefined })}>
          {words.whole}
        </button>
      )}
    </div>
  )
}

/** Units in use, the most frequent first: numbers of different units never share an axis. */
function tallyUnits(figures: readonly Figure[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { unit } of figures) counts.set(unit ?? '', (counts.get(unit ?? '') ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([unit]) => unit)
}

/** Claimants drawn; the rest are in the table. */
const MOST_LINES = 6

function Shown({
  figures: all,
  joined,
  label,
  search: { from, to },
  onChange,
}: {
  figures: readonly Figure[]
  /** False where the figures are of single events, between which nothing runs on. */
  joined: boolean
  label: string
  search: FiguresSearch
  onChange: (change: Change) => void
}) {
  const units = useMemo(() => tallyUnits(all), [all])
  const [chosenUnit, setUnit] = useState<string | null>(null)
  const unit = units.includes(chosenUnit ?? '') ? (chosenUnit ?? '') : (units[0] ?? '')
  const figures = useMemo(() => all.filter(figure => (figure.unit ?? '') === unit), [all, unit])
  const within = useMemo(
    () =>
      figures.filter(
        ({ happened }) => (from === undefined || happened >= from) && (to === undefined || happened <= to),
      ),
    [figures, from, to],
  )
  const claimants = useMemo(() => claimantsOf(within), [within])
  const drawn = useMemo(() => claimants.slice(0, MOST_LINES).map(({ name }) => name), [claimants])
  const points = useMemo(() => {
    return within
      .filter(({ claimant }) => drawn.includes(claimant))
      .flatMap(figure => pointOf(figure) ?? [])
      .sort((a, b) => a.date.getTime() - b.date.getTime())
  }, [within, drawn])
  return (
    <>
      {units.length > 1 && (
        <Choice
          label={words.unit}
          value={unit}
          options={units.map(each => [each, each || words.noUnit] as const)}
          onChange={setUnit}
        />
      )}
      <section aria-labelledby="chart-heading">
        <h2 id="chart-heading">
          {words.chart} <small>{words.loaded(within.length, false)}</small>
        </h2>
        <SeriesKey claimants={claimants} />
        <FigureChart
          points={points}
          claimants={drawn}
          joined={joined}
          label={unit ? `${label}, ${unit}` : label}
          onRange={(from, to) => onChange({ from, to })}
        />
        <p className="quiet">{words.brush}</p>
      </section>
      <FigureTable figures={within} name={label} title={words.table} />
    </>
  )
}

/** Which line is whose. */
function SeriesKey({ claimants }: { claimants: ReturnType<typeof claimantsOf> }) {
  return (
    <ul className="series-key">
      {claimants.slice(0, MOST_LINES).map(({ name, count }, at) => (
        <li key={name} className={`series-${at + 1}`}>
          <i aria-hidden="true" /> {name} <span className="quiet">{count}</span>
        </li>
      ))}
    </ul>
  )
}
