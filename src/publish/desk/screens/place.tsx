import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { Dispute } from '#domain'
import type { PlaceCard } from '#publish/api'
import { asOfOnly } from '../as-of-search.ts'
import { dateWords } from '../format.ts'
import { placeQuery } from '../ledger-api.ts'
import { ClaimLine } from '../parts/claim-line.tsx'
import { ControlChart } from '../parts/control-chart.tsx'
import { Likelihood, useCampNames, useHolderClass, useHolderNames } from '../parts/marks.tsx'
import { Answer } from '../parts/states.tsx'
import { strings } from '../strings/index.ts'

/** `/place/bakhmut`: who is said to hold it, what is claimed there, what is in dispute, what lies near. */
export function PlaceScreen() {
  const { id } = useParams({ from: '/place/$id' })
  const { asOf } = useSearch({ from: '__root__' })
  return <Answer query={useQuery(placeQuery(id, asOf))}>{card => <Card card={card} />}</Answer>
}

function Card({ card: { place, control, claims, disputes, neighbours } }: { card: PlaceCard }) {
  const [holderName, holderClass] = [useHolderNames(), useHolderClass()]
  return (
    <article className="place">
      <title>{`${place.name} – ${strings.title}`}</title>
      <header>
        <h1>{place.name}</h1>
        <p className="quiet">
          {[
            place.admin,
            place.country,
            place.lat !== null && place.lon !== null ? `${place.lat.toFixed(3)}° N, ${place.lon.toFixed(3)}° E` : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className="held-now">
          <i className={`swatch ${holderClass(control.holder)}`} aria-hidden="true" />{' '}
          <b>{holderName(control.holder)}</b>
          {control.likelihood && control.confidence && control.since && (
            <>
              {' '}
              <Likelihood likelihood={control.likelihood} confidence={control.confidence} />{' '}
              <span className="quiet">{strings.since(dateWords(control.since))}</span>
            </>
          )}
        </p>
      </header>
      <section aria-labelledby="control-heading">
        <h2 id="control-heading">{strings.controlOf(place.name)}</h2>
        <ControlChart control={control} />
      </section>
      <Disputes disputes={disputes} />
      <section aria-labelledby="claims-heading">
        <h2 id="claims-heading">{strings.claimsHere}</h2>
        {claims.rows.length === 0 ? (
          <p className="quiet">{strings.noClaims}</p>
        ) : (
          <ul className="claim-list">
            {claims.rows.map(claim => (
              <ClaimLine key={claim.id} claim={claim} />
            ))}
          </ul>
        )}
      </section>
      <Neighbours neighbours={neighbours} />
    </article>
  )
}

/** Open and past disputes, each position with its camp, its words and its origins. */
export function Disputes({ disputes }: { disputes: readonly Dispute[] }) {
  const campName = useCampNames()
  if (disputes.length === 0) return null
  return (
    <section aria-labelledby="disputes-heading">
      <h2 id="disputes-heading">{strings.disputes}</h2>
      {disputes.map(dispute => (
        <div key={dispute.id} className="dispute">
          <h3>
            {dispute.question}{' '}
            <small>
              {dispute.status}, {strings.since(dateWords(dispute.since))}
            </small>
          </h3>
          <ul>
            {dispute.positions.map(position => (
              <li key={position.camp + position.stance + position.says}>
                <b>{campName(position.camp)}</b>{' '}
                <span className={`stance ${position.stance}`}>{strings.stance[position.stance]}</span>: “{position.says}
                ” <span className="quiet">({strings.origin(position.origins)})</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Neighbours({ neighbours }: Pick<PlaceCard, 'neighbours'>) {
  const [holderName, holderClass] = [useHolderNames(), useHolderClass()]
  if (neighbours.length === 0) return null
  return (
    <section aria-labelledby="neighbours-heading">
      <h2 id="neighbours-heading">{strings.neighbours}</h2>
      <ul className="neighbours">
        {neighbours.map(near => (
          <li key={near.id}>
            <Link to="/place/$id" params={{ id: near.id }} search={asOfOnly}>
              {near.name}
            </Link>
            <span className="quiet">{strings.kilometres(near.km)}</span>
            <span>
              <i className={`swatch ${holderClass(near.holder)}`} aria-hidden="true" />
              {holderName(near.holder)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
