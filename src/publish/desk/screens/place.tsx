import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { PlaceCard } from '#publish/api'
import { asOfOnly } from '../as-of-search.ts'
import { FigureTable } from '../figures/figure-table.tsx'
import { placeQuery } from '../ledger-api.ts'
import { ClaimLine } from '../parts/claim-line.tsx'
import { ControlChart } from '../parts/control-chart.tsx'
import { Disputes } from '../parts/disputes.tsx'
import { HeldBy, Holder } from '../parts/held-by.tsx'
import { Answer } from '../parts/states.tsx'
import { strings } from '../strings/index.ts'

/** `/place/bakhmut`: who is said to hold it, what is claimed there, what is in dispute, what lies near. */
export function PlaceScreen() {
  const { id } = useParams({ from: '/place/$id' })
  const { asOf } = useSearch({ from: '__root__' })
  return <Answer query={useQuery(placeQuery(id, asOf))}>{card => <Card card={card} />}</Answer>
}

function Card({ card: { place, control, claims, disputes, figures, neighbours } }: { card: PlaceCard }) {
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
        <HeldBy {...control} />
        {place.lat !== null && (
          <p>
            <Link to="/map" search={previous => ({ ...asOfOnly(previous), place: place.id, on: control.on })}>
              {strings.onMap}
            </Link>
          </p>
        )}
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
      {figures.length > 0 && <FigureTable figures={figures} name={place.id} title={strings.harmHere} />}
      <Neighbours neighbours={neighbours} />
    </article>
  )
}

function Neighbours({ neighbours }: Pick<PlaceCard, 'neighbours'>) {
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
            <Holder holder={near.holder} said={near.said || near.since === null} />
          </li>
        ))}
      </ul>
    </section>
  )
}
