import { Holder } from '../parts/held-by.tsx'
import { strings } from '../strings/index.ts'

/** What the map's signs mean. */
export function Legend({ parties }: { parties: readonly string[] }) {
  return (
    <div className="legend">
      <p>{strings.map.held}</p>
      <ul>
        {[...parties, 'contested', 'unknown'].map(holder => (
          <li key={holder}>
            <Holder holder={holder} />
          </li>
        ))}
      </ul>
      <p>
        <i className="ring" aria-hidden="true" /> {strings.map.claimsSize}
      </p>
    </div>
  )
}
