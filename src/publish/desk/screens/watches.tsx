import { useQuery } from '@tanstack/react-query'
import type { WatchSummary } from '#publish/api'
import { momentWords } from '../format.ts'
import { watchesQuery, watchQuery } from '../ledger-api.ts'
import { ClaimLine } from '../parts/claim-line.tsx'
import { ScreenHead } from '../parts/screen-head.tsx'
import { Answer, Empty } from '../parts/states.tsx'
import { strings } from '../strings/index.ts'

const words = strings.watches

/** `/watches`: what somebody wants to be told about, what each watch found last, and how its messages stand. */
export function WatchesScreen() {
  return (
    <article>
      <ScreenHead title={words.title} about={words.about} />
      <Answer query={useQuery(watchesQuery)}>
        {({ watches }) =>
          watches.length === 0 ? (
            <Empty title={words.none} />
          ) : (
            watches.map(watch => <WatchSection key={watch.id} watch={watch} />)
          )
        }
      </Answer>
    </article>
  )
}

function WatchSection({ watch }: { watch: WatchSummary }) {
  const { id, name, filter, owner, created, messages } = watch
  const conditions = Object.entries(filter).filter(([, wanted]) => wanted !== undefined)
  const feeds = `/api/v1/watches/${encodeURIComponent(id)}`
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      <p className="quiet">
        {conditions.map(([field, wanted]) => `${field}: ${[wanted].flat().join(', ')}`).join(' · ')}
        {' · '}
        {words.since(momentWords(created), owner)}
        {' · '}
        <a href={`${feeds}/feed.atom`}>Atom</a> <a href={`${feeds}/feed.json`}>JSON Feed</a>
      </p>
      {messages.map(({ channel, sent, waiting, failed, lastError }) => (
        <p key={channel} className="quiet">
          {words.messages(channel, sent, waiting, failed)}
          {lastError !== null && ` ${lastError}`}
        </p>
      ))}
      <Answer query={useQuery(watchQuery(id))}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>{words.nothing}</p>
          ) : (
            <ul className="lines">
              {rows.map(({ kind, learned, claim }) => (
                <ClaimLine
                  key={`${claim.id} ${kind} ${learned}`}
                  claim={claim}
                  more={`${words.kinds[kind]}, ${momentWords(learned)}`}
                />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  )
}
