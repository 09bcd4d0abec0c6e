import { useState } from 'react'
import { Holder } from '../parts/held-by.tsx'
import { strings } from '../strings/index.ts'
import type { PlaceOnDay } from './at-day.ts'

const words = strings.map
const MOST = 60

interface PlacesTableProps {
  readonly places: readonly PlaceOnDay[]
  /** True while these are the places of a day that the map has left. */
  readonly lags: boolean
  readonly chosen: string | null
  readonly onChoose: (place: string) => void
}

/** What the map shows, in words: places with claims first, then those somebody is said to hold. */
export function PlacesTable({ places, lags, chosen, onChoose }: PlacesTableProps) {
  const [text, setText] = useState('')
  const sought = text.trim().toLowerCase()
  const fitting = places
    .filter(({ place, held, claims }) =>
      sought === '' ? held !== null || claims > 0 : place.name.toLowerCase().includes(sought),
    )
    .sort((a, b) => b.claims - a.claims || (a.place.name < b.place.name ? -1 : 1))
  return (
    <section className="places-table" aria-labelledby="places-heading" aria-busy={lags}>
      <h2 id="places-heading">
        {words.tableTitle} <small>{fitting.length}</small>
      </h2>
      <input
        type="search"
        aria-label={words.tableFilter}
        placeholder={words.tableFilter}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <div className="table-box" role="group" aria-labelledby="places-heading" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.held}</th>
              <th scope="col" className="number">
                {words.claimsHead}
              </th>
            </tr>
          </thead>
          <tbody>
            {fitting.slice(0, MOST).map(({ place, held, claims }) => (
              <tr key={place.id} aria-current={place.id === chosen ? 'true' : undefined}>
                <td>
                  <button type="button" className="plain" onClick={() => onChoose(place.id)}>
                    {place.name}
                  </button>
                </td>
                <td>{held ? <Holder holder={held.holder} said={held.said} /> : strings.none}</td>
                <td className="number">{claims > 0 ? claims : strings.none}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {fitting.length === 0 && <p className="quiet">{words.tableNone}</p>}
        {fitting.length > MOST && <p className="quiet">{words.tableMore(fitting.length - MOST)}</p>}
      </div>
    </section>
  )
}
