import type { Source } from '#domain'
import type { TrackRecord } from '#publish/api'
import { strings } from '../strings/index.ts'

const words = strings.sources

const folded = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** The record of a source: records are kept by origin, which is its owner, else itself; null where it has none. */
export function trackOf(source: Source, tracks: readonly TrackRecord[]): TrackRecord | null {
  const keys = [source.family, source.id, source.name].flatMap(key => (key === null ? [] : [key, folded(key)]))
  for (const key of keys) {
    const found = tracks.find(({ id }) => id === key)
    if (found) return found
  }
  return null
}

/** How its claims came out so far, and the letter that alone would suggest. */
export function Track({ track }: { track: TrackRecord | null }) {
  if (track === null) return <p className="quiet">{words.trackNone}</p>
  const { total, posterior, types } = track
  const settled = total.confirmed + total.contradicted + total.withdrawn
  return (
    <>
      <p>
        {words.trackTotal(total.confirmed, total.contradicted, total.withdrawn, total.unsettled)}
        {settled > 0 && ` ${words.trackShare(posterior.low, posterior.high)}`}
      </p>
      <details className="table-view">
        <summary>{words.trackByType}</summary>
        <table>
          <thead>
            <tr>
              {[strings.type, words.confirmed, words.contradicted, words.withdrawn, words.unsettled].map((head, at) => (
                <th key={head} scope="col" className={at > 0 ? 'number' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {types.map(({ type, confirmed, contradicted, withdrawn, unsettled }) => (
              <tr key={type}>
                <td>{type}</td>
                {[confirmed, contradicted, withdrawn, unsettled].map((count, at) => (
                  <td key={at} className="number">
                    {count}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <p className="quiet">{words.trackAbout}</p>
    </>
  )
}
