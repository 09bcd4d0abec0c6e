import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Source } from '#domain'
import type { SourcesHealth } from '#publish/api'
import { asOfOnly } from '../as-of-search.ts'
import { momentWords } from '../format.ts'
import { healthQuery, sourcesQuery, statusQuery, tracksQuery } from '../ledger-api.ts'
import { Camp } from '../parts/camp.tsx'
import { Choice } from '../parts/choice.tsx'
import { ScreenHead } from '../parts/screen-head.tsx'
import { Answer, Empty } from '../parts/states.tsx'
import { trackOf } from '../sources/track.tsx'
import { strings } from '../strings/index.ts'

const words = strings.sources

/** `/sources`: who publishes, and whether those who are asked on a schedule answer. */
export function SourcesScreen() {
  const { asOf } = useSearch({ from: '__root__' })
  const sources = useQuery(sourcesQuery(asOf))
  const health = useQuery({ ...healthQuery, refetchInterval: 60_000 })
  return (
    <article className="stack">
      <ScreenHead title={words.title} about={words.about} />
      <section aria-labelledby="health-heading">
        <h2 id="health-heading">{words.health}</h2>
        <Answer query={health}>{answer => <Health health={answer} />}</Answer>
      </section>
      <Answer query={sources}>
        {({ sources }) => (sources.length === 0 ? <Empty title={words.none} /> : <Register sources={sources} />)}
      </Answer>
    </article>
  )
}

function Health({ health: { sources, outages } }: { health: SourcesHealth }) {
  if (sources.length === 0) return <p className="quiet">{words.healthNone}</p>
  const nameOf = (id: string) => sources.find(({ source }) => source === id)?.name ?? id
  return (
    <>
      <SubscriptionTable subscriptions={sources} />
      {outages.length > 0 && (
        <>
          <h3>{words.outages}</h3>
          <ul className="quiet">
            {outages.map(({ subscription, source, from, to, reason }) => (
              <li key={subscription + from}>
                {words.outage(nameOf(source), momentWords(from), to === null ? words.lasting : momentWords(to))}:{' '}
                {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** How subscriptions answer, those that need an eye first, as the API orders them. */
export function SubscriptionTable({ subscriptions }: { subscriptions: SourcesHealth['sources'] }) {
  const moment = (at: string | null) => (at === null ? strings.none : <time dateTime={at}>{momentWords(at)}</time>)
  return (
    <div className="scroll" role="group" aria-label={words.health} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {[words.name, words.state, words.lastGood, words.lastNew, words.failing, words.due].map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {subscriptions.map(each => (
            <tr key={each.subscription}>
              <td>
                <Link to="/source/$id" params={{ id: each.source }} search={asOfOnly}>
                  {each.name}
                </Link>
                <span className="address">{each.address}</span>
              </td>
              <td>
                <span className={`status ${each.state}`}>{words.states[each.state]}</span>
                {each.lastError !== null && each.state === 'failing' && (
                  <span className="address">{each.lastError}</span>
                )}
              </td>
              <td>{moment(each.lastGood)}</td>
              <td>{moment(each.lastNew)}</td>
              <td>{moment(each.failingSince)}</td>
              <td>{moment(each.due)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const HEADS = [
  words.name,
  words.camp,
  words.kind,
  words.reliability,
  words.suggested,
  words.stance,
  words.country,
  words.family,
]

function Register({ sources }: { sources: readonly Source[] }) {
  const [text, setText] = useState('')
  const [camp, setCamp] = useState('')
  const camps = useQuery(statusQuery).data?.theatre.camps ?? []
  const { asOf } = useSearch({ from: '__root__' })
  const tracks = useQuery(tracksQuery(asOf)).data?.tracks ?? []
  const shown = sources.filter(
    source =>
      (camp === '' || source.camp === camp) &&
      `${source.name} ${source.family ?? ''}`.toLowerCase().includes(text.toLowerCase()),
  )
  return (
    <section aria-labelledby="register-heading">
      <h2 id="register-heading">
        {words.title} <small>{shown.length}</small>
      </h2>
      <div className="filters">
        <label className="choice">
          <span>{words.find}</span>
          <input type="search" value={text} onChange={event => setText(event.target.value)} />
        </label>
        <Choice
          label={words.camp}
          value={camp}
          options={[['', words.allCamps], ...camps.map(({ id, name }) => [id, name] as const)]}
          onChange={setCamp}
        />
      </div>
      <div className="scroll" role="group" aria-labelledby="register-heading" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {HEADS.map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(source => (
              <SourceRow key={source.id} source={source} suggested={trackOf(source, tracks)?.suggested ?? null} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function SourceRow({ source, suggested }: { source: Source; suggested: Source['reliability'] | null }) {
  return (
    <tr>
      <td>
        <Link to="/source/$id" params={{ id: source.id }} search={asOfOnly}>
          {source.name}
        </Link>
      </td>
      <td>
        <Camp camp={source.camp} />
      </td>
      <td>{source.kind}</td>
      <td>
        <Reliability letter={source.reliability} />
      </td>
      <td>{suggested === null ? strings.none : <Reliability letter={suggested} />}</td>
      <td>{source.stance === 'unknown' ? strings.none : source.stance}</td>
      <td>{source.country ?? strings.none}</td>
      <td>{source.family ?? strings.none}</td>
    </tr>
  )
}

/** The Admiralty letter with what it stands for. */
export function Reliability({ letter }: { letter: Source['reliability'] }) {
  return (
    <>
      <b>{letter}</b> <span className="quiet">{words.reliabilityWords[letter]}</span>
    </>
  )
}
