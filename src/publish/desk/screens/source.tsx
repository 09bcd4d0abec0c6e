import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import type { SourceCard, TrackRecord } from '#publish/api'
import { FAMILY_LIST } from '../codebook.ts'
import { SourceForm } from '../judging/source-form.tsx'
import { sourceQuery, tracksQuery } from '../ledger-api.ts'
import { Camp } from '../parts/camp.tsx'
import { ClaimLine } from '../parts/claim-line.tsx'
import { Answer } from '../parts/states.tsx'
import { Track, trackOf } from '../sources/track.tsx'
import { familyName, strings } from '../strings/index.ts'
import { Reliability, SubscriptionTable } from './sources.tsx'

const words = strings.sources

/** `/source/…`: one source: its profile, what it publishes, whom it quotes, how it answers. */
export function SourceScreen() {
  const { id } = useParams({ from: '/source/$id' })
  const { asOf } = useSearch({ from: '__root__' })
  return <Answer query={useQuery(sourceQuery(id, asOf))}>{card => <Card card={card} />}</Answer>
}

function Card({ card }: { card: SourceCard }) {
  const { source, counts, families, quotes, camps, recent, subscriptions } = card
  const { asOf } = useSearch({ from: '__root__' })
  const track = trackOf(source, useQuery(tracksQuery(asOf)).data?.tracks ?? [])
  const family = (name: string) => {
    const known = FAMILY_LIST.find(each => each === name)
    return known ? familyName(known) : name
  }
  return (
    <article className="stack">
      <title>{`${source.name} – ${strings.title}`}</title>
      <header className="screen-head">
        <h1>{source.name}</h1>
        <p>
          <Camp camp={source.camp} /> · {source.kind} · {words.counts(counts.claims, counts.copied, counts.ownVoice)}
        </p>
      </header>
      <div className="columns">
        <section aria-labelledby="recent-heading">
          <h2 id="recent-heading">{words.recent}</h2>
          {recent.length === 0 ? (
            <p className="quiet">{words.noClaims}</p>
          ) : (
            <ul>
              {recent.map(claim => (
                <ClaimLine key={claim.id} claim={claim} />
              ))}
            </ul>
          )}
        </section>
        <div>
          <Profile source={source} track={track} />
          <SourceForm source={source} />
          <section>
            <h2>{words.track}</h2>
            <Track track={track} />
          </section>
          <Share title={words.publishes} rows={families.map(({ name, claims }) => ({ name: family(name), claims }))} />
          <Share title={words.quotes} rows={quotes} />
          <Share title={words.camps} rows={camps} camps />
        </div>
      </div>
      {subscriptions.length > 0 && (
        <section>
          <h2>{words.health}</h2>
          <SubscriptionTable subscriptions={subscriptions} />
        </section>
      )}
    </article>
  )
}

function Profile({ source, track }: Pick<SourceCard, 'source'> & { track: TrackRecord | null }) {
  const rows = [
    [words.reliability, <Reliability key="letter" letter={source.reliability} />],
    [
      words.suggested,
      track?.suggested ? <Reliability key="suggested" letter={track.suggested} /> : words.suggestedNone,
    ],
    [words.stance, source.stance],
    [words.country, source.country ?? strings.none],
    [words.family, source.family ?? strings.none],
  ] as const
  return (
    <section>
      <h2>{words.profile}</h2>
      <dl className="fields">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Counts with a bar each; the number is what is read, the bar what is seen. */
function Share({
  title,
  rows,
  camps = false,
}: {
  title: string
  rows: readonly { readonly name: string; readonly claims: number }[]
  camps?: boolean
}) {
  if (rows.length === 0) return null
  const most = Math.max(...rows.map(({ claims }) => claims))
  return (
    <section>
      <h2>{title}</h2>
      <ul className="share">
        {rows.map(({ name, claims }) => (
          <li key={name}>
            <span>{camps ? <Camp camp={name} /> : name}</span>
            <progress max={most} value={claims} aria-hidden="true" />
            <span className="number">{claims.toLocaleString('en-GB')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
