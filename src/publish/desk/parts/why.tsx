import { Link } from '@tanstack/react-router'
import type { Belief, RecordedClaim } from '#domain'
import { asOfOnly } from '../as-of-search.ts'
import { strings } from '../strings/index.ts'
import { Likelihood } from './marks.tsx'

/** Fogline's own likelihood with the weight of every claim behind it; where it gives none, why not. */
export function Why({
  belief,
  claims,
  title,
}: {
  belief: Belief | null
  claims: readonly RecordedClaim[]
  title: string
}) {
  if (!belief) {
    return (
      <section>
        <h2>{title}</h2>
        <p className="quiet">{strings.whyNone}</p>
      </section>
    )
  }
  const holderOf = (id: string) => claims.find(claim => claim.id === id)?.holder.name ?? id
  return (
    <section>
      <h2>{title}</h2>
      <p>
        <Likelihood likelihood={belief.likelihood} confidence={belief.confidence} />
      </p>
      <ul className="reasons">
        {belief.reasons.map(({ claim, weight, why }) => (
          <li key={claim}>
            <span className={`weight ${weight < 0 ? 'against' : 'for'}`}>
              {weight > 0 ? '+' : weight < 0 ? '−' : '±'}
              {Math.abs(weight).toFixed(2)}
            </span>
            <span>
              <Link to="/claim/$id" params={{ id: claim }} search={asOfOnly}>
                {holderOf(claim)}
              </Link>
              : {why}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
