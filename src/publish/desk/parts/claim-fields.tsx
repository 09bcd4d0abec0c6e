import { Link } from '@tanstack/react-router'
import type { RecordedClaim } from '#domain'
import { asOfOnly } from '../as-of-search.ts'
import { dateWords, figureWords, momentWords } from '../format.ts'
import { strings } from '../strings/index.ts'

/** How a claim is coded, field by field. */
export function ClaimFields({ claim }: { claim: RecordedClaim }) {
  const { start, end, words } = claim.time
  const days =
    start === null
      ? strings.none
      : start === end || end === null
        ? dateWords(start)
        : `${dateWords(start)} – ${dateWords(end)}`
  const rows: readonly (readonly [string, string])[] = [
    [strings.type, claim.type],
    [strings.happened, words === null ? days : `${days} (“${words}”)`],
    [strings.said, momentWords(claim.said)],
    [strings.learned, momentWords(claim.learned)],
    [strings.certaintyLabel, strings.certainty(claim.certainty, claim.certaintyWords)],
    [strings.agent, claim.agent ?? strings.none],
    [strings.target, claim.target ?? strings.none],
    [strings.figures, claim.figures.map(figureWords).join('; ') || strings.none],
    [strings.againstInterest, claim.againstInterest ? strings.yes : strings.no],
    [strings.trust, claim.confidence.toFixed(2)],
  ]
  return (
    <dl className="fields">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{strings.places}</dt>
        <dd>
          {claim.places.length === 0
            ? strings.none
            : claim.places.map((place, at) => (
                <span key={`${at}${place.name}`}>
                  {at > 0 && ', '}
                  {place.id ? (
                    <Link to="/place/$id" params={{ id: place.id }} search={asOfOnly}>
                      {place.name}
                    </Link>
                  ) : (
                    place.name
                  )}{' '}
                  <span className="quiet">
                    ({place.role}
                    {place.part ? `, ${place.part}` : ''})
                  </span>
                </span>
              ))}
        </dd>
      </div>
    </dl>
  )
}
