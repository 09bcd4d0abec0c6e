import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { asOfOnly } from '../as-of-search.ts'
import { dateWords } from '../format.ts'
import { claimsQuery } from '../ledger-api.ts'
import { ClaimLine } from '../parts/claim-line.tsx'
import { HeldBy } from '../parts/held-by.tsx'
import { strings } from '../strings/index.ts'
import { addDays, type ClaimFilter, type PlaceOnDay } from './at-day.ts'

const words = strings.map

interface PlacePanelProps {
  readonly on: PlaceOnDay
  readonly day: string
  readonly span: number
  readonly filter: ClaimFilter
  readonly onClose: () => void
}

/** The card of the chosen place: who holds it that day, and what the claims of the days shown say of it. */
export function PlacePanel({ on: { place, held }, day, span, filter, onClose }: PlacePanelProps) {
  const { asOf } = useSearch({ from: '__root__' })
  const from = addDays(day, 1 - span)
  const [family] = filter.families
  const claims = useQuery(
    claimsQuery({
      place: place.id,
      saidFrom: from,
      saidTo: day,
      camp: filter.camp,
      certainty: filter.certainty,
      source: filter.source,
      family: filter.families.length === 1 ? family : undefined,
      asOf,
    }),
  )
  const rows = claims.data?.rows.filter(
    ({ type }) => filter.families.length === 0 || filter.families.some(family => type.startsWith(`${family}.`)),
  )
  return (
    <section className="place-panel" aria-labelledby="panel-heading">
      <header>
        <div>
          <h2 id="panel-heading">{place.name}</h2>
          <p className="quiet">{[place.admin, place.country].filter(Boolean).join(' · ')}</p>
        </div>
        <button type="button" onClick={onClose}>
          {strings.close}
        </button>
      </header>
      {held ? <HeldBy {...held} since={held.from} /> : <p className="quiet">{words.noLine}</p>}
      <h3>{words.claimsOf(rows?.length ?? 0, dateWords(from), dateWords(day))}</h3>
      {rows?.length === 0 && <p className="quiet">{words.noClaims}</p>}
      {claims.isPending && (
        <p className="quiet" role="status">
          {strings.loading}
        </p>
      )}
      <ul>
        {rows?.map(claim => (
          <ClaimLine key={claim.id} claim={claim} />
        ))}
      </ul>
      <p>
        <Link to="/place/$id" params={{ id: place.id }} search={asOfOnly}>
          {words.openPlace}
        </Link>
      </p>
    </section>
  )
}
