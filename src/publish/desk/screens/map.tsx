import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { MapAnswer, Status } from '#publish/api'
import { familiesOf } from '../codebook.ts'
import { groundQuery, mapQuery, statusQuery } from '../ledger-api.ts'
import { type ClaimFilter, claimsByDay, daysBetween, indexMap, placesOnDay } from '../map/at-day.ts'
import { Filters } from '../map/filters.tsx'
import { Legend } from '../map/legend.tsx'
import { MapView } from '../map/map-view.tsx'
import { PlacePanel } from '../map/place-panel.tsx'
import { PlacesTable } from '../map/places-table.tsx'
import { Timeline } from '../map/timeline.tsx'
import { useLines } from '../map/use-lines.ts'
import { Answer, Empty, Loading } from '../parts/states.tsx'
import type { MapSearch } from '../search-params.ts'
import { strings } from '../strings/index.ts'

const words = strings.map

/** `/map?on=2024-11-26`: the war by place and day, with a table that says the same. */
export function MapScreen() {
  const { asOf } = useSearch({ from: '__root__' })
  const answer = useQuery(mapQuery(asOf))
  const status = useQuery(statusQuery).data
  return (
    <article className="map-screen">
      <title>{`${words.title} – ${strings.title}`}</title>
      <h1 className="hidden">{words.title}</h1>
      <Answer query={answer}>
        {answer =>
          answer.first === null || answer.last === null ? (
            <Empty title={words.empty}>
              <p>{words.emptyHow}</p>
            </Empty>
          ) : status ? (
            <Board answer={answer} status={status} first={answer.first} last={answer.last} />
          ) : (
            <Loading />
          )
        }
      </Answer>
    </article>
  )
}

interface BoardProps {
  readonly answer: MapAnswer
  readonly status: Status
  readonly first: string
  readonly last: string
}

function Board({ answer, status: { theatre, tiles }, first, last }: BoardProps) {
  const search = useSearch({ from: '/map' })
  const { day, rest, setDay, write } = useDayOf(search, first, last)
  const index = useMemo(() => indexMap(answer), [answer])
  const days = useMemo(() => daysBetween(first, last), [first, last])
  const { family, camp, certainty, source } = search
  const filter = useMemo<ClaimFilter>(
    () => ({ families: familiesOf(family), camp, certainty, source }),
    [family, camp, certainty, source],
  )
  const counts = useMemo(() => claimsByDay(index, days, filter), [index, days, filter])
  const span = search.span ?? 1
  const places = useMemo(() => placesOnDay(index, day, span, filter), [index, day, span, filter])
  // The table may lag behind a playing map; the map may not.
  const listed = useDeferredValue(places)
  const choose = useCallback((place: string) => write({ place }), [write])
  const parties = useMemo(() => theatre.parties.map(({ id }) => id), [theatre])
  const asked = useMemo(() => (search.lines ?? '').split(',').filter(Boolean), [search.lines])
  const lines = useLines(asked, rest, day, search.asOf)
  const chosen = places.find(({ place }) => place.id === search.place)
  return (
    <>
      <Filters search={search} families={filter.families} lines={asked} makers={lines.makers} onChange={write} />
      <div className="map-board">
        <MapBox
          tiles={tiles}
          parties={parties}
          places={places}
          still={index.still}
          lines={lines}
          chosen={search.place ?? null}
          onChoose={choose}
        />
        <div className="map-side">
          {chosen && (
            <PlacePanel on={chosen} day={day} span={span} filter={filter} onClose={() => write({ place: undefined })} />
          )}
          <PlacesTable places={listed} lags={listed !== places} chosen={search.place ?? null} onChoose={choose} />
        </div>
        <Timeline
          days={days}
          counts={counts}
          firstNumber={numberOf(first, theatre.dayOne)}
          day={day}
          onDay={setDay}
          onRest={on => write({ on })}
        />
      </div>
    </>
  )
}

/** The map with the signs that explain it, once its ground is there. */
function MapBox({
  lines,
  ...given
}: Omit<Parameters<typeof MapView>[0], 'ground' | 'front' | 'drawn'> & { lines: ReturnType<typeof useLines> }) {
  const ground = useQuery(groundQuery)
  return (
    <div className="map-box">
      {ground.data ? (
        <MapView ground={ground.data} front={lines.front} drawn={lines.drawn} {...given} />
      ) : ground.isError ? (
        <p className="state" role="alert">
          {ground.error.message}
        </p>
      ) : (
        <Loading words={words.loadingGround} />
      )}
      <Legend parties={given.parties} estimate={lines.estimate} drawn={lines.used} />
    </div>
  )
}

const numberOf = (day: string, dayOne: string): number =>
  Math.round((Date.parse(day) - Date.parse(dayOne)) / 86_400_000) + 1

/** The day shown, which runs ahead of the address (`rest`) while the slider moves, and how a choice is written into the address. */
function useDayOf(search: MapSearch, first: string, last: string) {
  const navigate = useNavigate({ from: '/map' })
  const asked = search.on !== undefined && search.on >= first && search.on <= last ? search.on : last
  const [day, setDay] = useState(asked)
  useEffect(() => setDay(asked), [asked])
  const write = useCallback(
    (change: { [Key in keyof MapSearch]?: MapSearch[Key] | undefined }) =>
      void navigate({
        replace: true,
        resetScroll: false,
        search: previous =>
          Object.fromEntries(
            Object.entries({ ...previous, ...change }).filter(([, value]) => value !== undefined && value !== ''),
          ),
      }),
    [navigate],
  )
  return { day, rest: asked, setDay, write }
}
