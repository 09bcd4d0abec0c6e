import type { FrontEstimate } from '#publish/api'
import { dateWords } from '../format.ts'
import { Holder } from '../parts/held-by.tsx'
import { strings } from '../strings/index.ts'

const words = strings.map

/** What the map's signs mean, and what the lines over it are and are not. */
export function Legend({
  parties,
  estimate,
  drawn,
}: {
  parties: readonly string[]
  /** The estimate that is shown; null: none. */
  estimate: FrontEstimate | null
  drawn: readonly { readonly claimant: string; readonly date: string }[]
}) {
  return (
    <div className="legend">
      <p>{words.held}</p>
      <ul>
        {[...parties, 'contested', 'unknown'].map(holder => (
          <li key={holder}>
            <Holder holder={holder} />
          </li>
        ))}
        <li>
          <i className="swatch unsaid" aria-hidden="true" />
          {words.unsaid}
        </li>
      </ul>
      <p className="claims-size">
        <i className="ring" aria-hidden="true" /> {words.claimsSize}
      </p>
      {estimate && (
        <details className="line-note">
          <summary>
            <i className="dashes" aria-hidden="true" /> {words.frontToggle}, {dateWords(estimate.on)}
          </summary>
          <p>
            {estimate.label}. {estimate.method}
          </p>
        </details>
      )}
      {drawn.map(({ claimant, date }) => (
        <p key={claimant}>
          <i className="dots" aria-hidden="true" /> {words.drawnOf(claimant, dateWords(date))}
        </p>
      ))}
    </div>
  )
}
