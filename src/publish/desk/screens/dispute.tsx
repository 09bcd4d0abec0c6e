import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { DisputeCard } from '#publish/api'
import { asOfOnly } from '../as-of-search.ts'
import { disputeQuery } from '../ledger-api.ts'
import { Camp } from '../parts/camp.tsx'
import { ClaimLine } from '../parts/claim-line.tsx'
import { DisputeStatus, Positions } from '../parts/disputes.tsx'
import { Answer } from '../parts/states.tsx'
import { Why } from '../parts/why.tsx'
import { strings } from '../strings/index.ts'

const words = strings.disputesScreen

/** `/dispute/d_…`: the question, each side's line, and every claim of each side with its words. */
export function DisputeScreen() {
  const { id } = useParams({ from: '/dispute/$id' })
  const { asOf } = useSearch({ from: '__root__' })
  return <Answer query={useQuery(disputeQuery(id, asOf))}>{card => <Card card={card} />}</Answer>
}

function Card({ card: { dispute, claims, belief, event } }: { card: DisputeCard }) {
  const byId = new Map(claims.map(claim => [claim.id, claim]))
  const ending = (dispute.ended?.claims ?? []).flatMap(id => byId.get(id) ?? [])
  const place = dispute.place ?? event?.place?.id ?? null
  return (
    <article className="stack">
      <title>{`${dispute.question} – ${strings.title}`}</title>
      <header className="screen-head">
        <h1>{dispute.question}</h1>
        <p>
          <DisputeStatus dispute={dispute} />{' '}
          {place !== null && (
            <Link to="/place/$id" params={{ id: place }} search={asOfOnly}>
              {words.place}
            </Link>
          )}
        </p>
      </header>
      <section>
        <Positions dispute={dispute} />
      </section>
      {dispute.status !== 'open' && (
        <section aria-labelledby="ending-heading">
          <h2 id="ending-heading">{words.ending}</h2>
          <p className="quiet">{words.endings[dispute.status]}</p>
          {ending.length === 0 ? (
            <p className="quiet">{words.endingNone}</p>
          ) : (
            <ul>
              {ending.map(claim => (
                <ClaimLine key={claim.id} claim={claim} />
              ))}
            </ul>
          )}
        </section>
      )}
      <div className="columns">
        <section aria-labelledby="sides-heading">
          <h2 id="sides-heading">{words.claims}</h2>
          {dispute.positions.map(({ camp, stance, says, claims }) => (
            <div key={camp + stance + says} className="side">
              <h3>
                <Camp camp={camp} /> <span className={`stance ${stance}`}>{strings.stance[stance]}</span>{' '}
                <small>{strings.claims(claims.length)}</small>
              </h3>
              <ul>
                {claims.flatMap(id => {
                  const claim = byId.get(id)
                  return claim ? [<ClaimLine key={id} claim={claim} />] : []
                })}
              </ul>
            </div>
          ))}
        </section>
        {event !== null && <Why belief={belief} claims={claims} title={words.belief} />}
      </div>
    </article>
  )
}
