import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { Briefing, PlaceRef } from '#domain'
import type { Days } from '#publish/api'
import { asOfOnly } from '../as-of-search.ts'
import { briefingMarkdown, dateWords } from '../format.ts'
import { briefingQuery, daysQuery } from '../ledger-api.ts'
import { BriefingLine } from '../parts/briefing-line.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { Answer, Empty } from '../parts/states.tsx'
import { strings } from '../strings/index.ts'

/** `/`: on to the newest day that has reports. */
export function NewestDay() {
  const { asOf } = useSearch({ from: '__root__' })
  return (
    <Answer query={useQuery(daysQuery(asOf))}>
      {({ days }) => {
        const newest = days.at(-1)
        return newest ? (
          <Navigate to="/day/$date" params={{ date: newest.date }} search={asOfOnly} replace />
        ) : (
          <Empty title={strings.map.empty}>
            <p>{strings.map.emptyHow}</p>
          </Empty>
        )
      }}
    </Answer>
  )
}

/** `/day/2024-11-26`: the edition of a day. */
export function TodayScreen() {
  const { date } = useParams({ from: '/day/$date' })
  const { asOf } = useSearch({ from: '__root__' })
  const days = useQuery(daysQuery(asOf)).data
  return (
    <Answer query={useQuery(briefingQuery(date, asOf))}>
      {briefing => (
        <article className="today">
          <title>{`${strings.day(briefing.day)} – ${strings.title}`}</title>
          <header className="today-head">
            <h1>
              <span>{strings.day(briefing.day)}</span> <time dateTime={briefing.date}>{dateWords(briefing.date)}</time>
            </h1>
            <p className="counts">
              {strings.reports(briefing.reports)} · {strings.outlets(briefing.outlets.length)} ·{' '}
              {strings.origins(briefing.origins)}
            </p>
            {briefing.reports > 0 && (
              <p className="today-tools no-print">
                <CopyButton text={() => briefingMarkdown(briefing)} label={strings.copyAll} />
                <button type="button" onClick={() => window.print()}>
                  {strings.print}
                </button>
              </p>
            )}
            {days && <DayPicker days={days} date={date} />}
          </header>
          <Sections briefing={briefing} />
          <Aside briefing={briefing} />
        </article>
      )}
    </Answer>
  )
}

function DayPicker({ days: { days }, date }: { days: Days; date: string }) {
  const navigate = useNavigate()
  const before = days.filter(day => day.date < date).at(-1)
  const after = days.find(day => day.date > date)
  const listed = days.some(day => day.date === date)
  return (
    <nav className="picker" aria-label={strings.chooseDay}>
      {before ? (
        <Link to="/day/$date" params={{ date: before.date }} search={asOfOnly} aria-label={strings.previousDay}>
          ←
        </Link>
      ) : (
        <span className="off" aria-hidden="true" />
      )}
      <label>
        <span className="hidden">{strings.chooseDay}</span>
        <select
          value={date}
          onChange={event =>
            void navigate({ to: '/day/$date', params: { date: event.target.value }, search: asOfOnly })
          }
        >
          {!listed && <option value={date}>{dateWords(date)}</option>}
          {[...days].reverse().map(day => (
            <option
              key={day.date}
              value={day.date}
            >{`${strings.day(day.day)} · ${dateWords(day.date)} · ${strings.reports(day.reports)}`}</option>
          ))}
        </select>
      </label>
      {after ? (
        <Link to="/day/$date" params={{ date: after.date }} search={asOfOnly} aria-label={strings.nextDay}>
          →
        </Link>
      ) : (
        <span className="off" aria-hidden="true" />
      )}
    </nav>
  )
}

function Sections({ briefing }: { briefing: Briefing }) {
  if (briefing.reports === 0) return <Empty title={briefing.notes[0]?.reason ?? strings.noReports} />
  return (
    <div className="sections">
      {briefing.sections.map(({ heading, items }) => (
        <section key={heading} id={anchor(heading)} aria-labelledby={`${anchor(heading)}-heading`}>
          <h2 id={`${anchor(heading)}-heading`}>
            {heading} <small>{items.length}</small>
          </h2>
          {items.length === 0 ? (
            <p className="quiet">{strings.emptySection}</p>
          ) : (
            <ul className="lines">
              {items.map(item => (
                <BriefingLine key={item.claims[0] + item.text} item={item} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  )
}

const anchor = (heading: string): string => heading.toLowerCase().replace(/[^a-z]+/g, '-')

function Aside({ briefing }: { briefing: Briefing }) {
  const places = new Map<string, PlaceRef>()
  for (const { items } of briefing.sections) for (const { place } of items) if (place?.id) places.set(place.id, place)
  return (
    <aside className="today-aside">
      <nav aria-label={strings.sections}>
        <h2>{strings.sections}</h2>
        <ul>
          {briefing.sections.map(({ heading, items }) => (
            <li key={heading}>
              <a href={`#${anchor(heading)}`}>{heading}</a> <small>{items.length}</small>
            </li>
          ))}
        </ul>
      </nav>
      {places.size > 0 && (
        <nav aria-label={strings.inTheNews}>
          <h2>{strings.inTheNews}</h2>
          <ul className="tags">
            {[...places.values()].map(
              ({ id, name }) =>
                id && (
                  <li key={id}>
                    <Link to="/place/$id" params={{ id }} search={asOfOnly}>
                      {name}
                    </Link>
                  </li>
                ),
            )}
          </ul>
        </nav>
      )}
      {briefing.reports > 0 && briefing.notes.length > 0 && (
        <section>
          <h2>{strings.notes}</h2>
          <ul className="notes">
            {briefing.notes.map(note => (
              <li key={note.reason}>{note.reason}</li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}
