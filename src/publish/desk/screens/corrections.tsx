import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { Correction } from '#domain'
import { asOfOnly } from '../as-of-search.ts'
import { dateWords, momentWords } from '../format.ts'
import { correctionsQuery } from '../ledger-api.ts'
import { ScreenHead } from '../parts/screen-head.tsx'
import { Answer, Empty } from '../parts/states.tsx'
import { strings } from '../strings/index.ts'

const words = strings.corrections
const MOST = 300

/** `/corrections`: the public log of what Fogline said and no longer says, newest first, under the day it changed. */
export function CorrectionsScreen() {
  const { asOf } = useSearch({ from: '__root__' })
  return (
    <article>
      <ScreenHead title={words.title} about={words.about} />
      <Answer query={useQuery(correctionsQuery(asOf))}>
        {({ corrections }) => {
          if (corrections.length === 0) return <Empty title={words.none} />
          const days = groupByDay(corrections.slice(0, MOST))
          return [...days].map(([day, entries]) => (
            <section key={day} aria-label={dateWords(day)}>
              <h2>
                <time dateTime={day}>{dateWords(day)}</time> <small>{entries.length}</small>
              </h2>
              <ul className="entries">
                {entries.map(entry => (
                  <li key={entry.kind + entry.about + entry.at + entry.said} className="entry correction">
                    <p className="line-text">{entry.text}</p>
                    <dl>
                      <dt>{words.said}</dt>
                      <dd>
                        <s>{entry.said}</s> <span className="quiet">{momentWords(entry.saidAt)}</span>
                      </dd>
                      <dt>{words.says}</dt>
                      <dd>
                        {entry.says ?? words.nothing} <span className="quiet">{momentWords(entry.at)}</span>
                      </dd>
                    </dl>
                    <p className="quiet">
                      <span className="status">{words.kinds[entry.kind]}</span>{' '}
                      {entry.because.slice(0, 3).map((claim, at) => (
                        <span key={claim}>
                          {at === 0 ? `${words.because} ` : ', '}
                          <Link to="/claim/$id" params={{ id: claim }} search={asOfOnly}>
                            {strings.claim.toLowerCase()} {at + 1}
                          </Link>
                        </span>
                      ))}
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          ))
        }}
      </Answer>
    </article>
  )
}

/** Under the day it changed, in the order given. */
function groupByDay(corrections: readonly Correction[]): ReadonlyMap<string, readonly Correction[]> {
  const days = new Map<string, Correction[]>()
  for (const entry of corrections) {
    const day = entry.at.slice(0, 10)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return days
}
