import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { RecordedClaim } from '#domain'
import type { StoryCard } from '#publish/api'
import { asOfOnly } from '../as-of-search.ts'
import { dateWords } from '../format.ts'
import { disputesQuery, sourcesQuery, storyQuery } from '../ledger-api.ts'
import { Camp } from '../parts/camp.tsx'
import { ClaimLine } from '../parts/claim-line.tsx'
import { Disputes } from '../parts/disputes.tsx'
import { Answer } from '../parts/states.tsx'
import { Account } from '../story/account.tsx'
import { ChainGraph } from '../story/chain-graph.tsx'
import { Telling } from '../story/telling.tsx'
import { strings } from '../strings/index.ts'

const words = strings.stories

/** `/story/s_…`: one story: how it was told and by whom, what each camp says, who quotes whom. */
export function StoryScreen() {
  const { id } = useParams({ from: '/story/$id' })
  const { asOf } = useSearch({ from: '__root__' })
  return <Answer query={useQuery(storyQuery(id, asOf))}>{card => <Card card={card} />}</Answer>
}

function Card({ card: { story, articles, claims, account } }: { card: StoryCard }) {
  return (
    <article className="stack">
      <title>{`${story.headline} – ${strings.title}`}</title>
      <header className="screen-head">
        <h1>{story.headline}</h1>
        {story.lead !== null && (
          <p className="lead">
            “{story.lead.text}”{' '}
            <Link to="/report/$id" params={{ id: story.lead.article }} search={asOfOnly}>
              {words.leadFrom}
            </Link>
          </p>
        )}
        <p>
          {strings.reports(story.articles.length)} · {strings.claims(story.claims.length)} ·{' '}
          {words.between(dateWords(story.firstSaid), dateWords(story.lastSaid))}
        </p>
      </header>
      <div className="columns">
        <div>
          <Account account={account} claims={claims} />
          <StoryDisputes claims={claims} />
          <Lines claims={claims} />
        </div>
        <div>
          <Outlets articles={articles} split={account?.outlets ?? null} />
          <Telling articles={articles} />
        </div>
      </div>
      <ChainGraph claims={claims} />
    </article>
  )
}

/** Open and past disputes in which claims of the story stand. */
function StoryDisputes({ claims }: { claims: readonly RecordedClaim[] }) {
  const { asOf } = useSearch({ from: '__root__' })
  const said = claims.map(({ said }) => said).sort()
  const query = useQuery({
    ...disputesQuery({ saidFrom: said[0], saidTo: said.at(-1), limit: '1000', asOf }),
    enabled: claims.length > 0,
  })
  const ids = new Set(claims.map(({ id }) => id))
  const rows = query.data?.rows ?? []
  return (
    <Disputes
      disputes={rows.filter(({ positions }) => positions.some(({ claims }) => claims.some(id => ids.has(id))))}
    />
  )
}

/** Claims under the camp of who holds them, the camps with most claims first. */
function Lines({ claims }: { claims: readonly RecordedClaim[] }) {
  const camps = new Map<string, RecordedClaim[]>()
  for (const claim of claims) camps.set(claim.holder.camp, [...(camps.get(claim.holder.camp) ?? []), claim])
  return (
    <details className="table-view">
      <summary>{words.allClaims(claims.length)}</summary>
      {[...camps]
        .sort((a, b) => b[1].length - a[1].length)
        .map(([camp, said]) => (
          <div key={camp} className="side">
            <h3>
              <Camp camp={camp} /> <small>{strings.claims(said.length)}</small>
            </h3>
            <ul>
              {said.map(claim => (
                <ClaimLine key={claim.id} claim={claim} />
              ))}
            </ul>
          </div>
        ))}
    </details>
  )
}

/** The outlets that tell it, by the camp of the outlet. */
function Outlets({
  articles,
  split,
}: Pick<StoryCard, 'articles'> & { split: NonNullable<StoryCard['account']>['outlets'] | null }) {
  const { asOf } = useSearch({ from: '__root__' })
  const sources = useQuery(sourcesQuery(asOf)).data?.sources ?? []
  const campOf = new Map(sources.map(({ id, camp }) => [id, camp]))
  const camps = new Map<string, Map<string, number>>()
  for (const { source, outlet } of articles) {
    const camp = campOf.get(source) ?? 'unknown'
    const outlets = camps.get(camp) ?? new Map<string, number>()
    outlets.set(outlet ?? source, (outlets.get(outlet ?? source) ?? 0) + 1)
    camps.set(camp, outlets)
  }
  return (
    <section aria-labelledby="outlets-heading">
      <h2 id="outlets-heading">{words.outlets}</h2>
      <dl className="fields">
        {[...camps].map(([camp, outlets]) => (
          <div key={camp}>
            <dt>
              <Camp camp={camp} />
            </dt>
            <dd>{[...outlets].map(([name, count]) => (count > 1 ? `${name} (${count})` : name)).join(', ')}</dd>
          </div>
        ))}
      </dl>
      {split && <p>{words.split(split.establishment, split.critical, split.unknown)}</p>}
      <p className="quiet">{words.outletsAbout}</p>
    </section>
  )
}
