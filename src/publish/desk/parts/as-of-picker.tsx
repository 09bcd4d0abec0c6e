import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { changed } from '../as-of-search.ts'
import { daysQuery } from '../ledger-api.ts'
import { strings } from '../strings/index.ts'

const words = strings.frame

/** The switch to what was known at the end of an earlier day; it holds for every screen and stands in the address. */
export function AsOfPicker({ lastDay }: { lastDay: string | null }) {
  const { asOf } = useSearch({ from: '__root__' })
  const navigate = useNavigate()
  const days = useQuery(daysQuery(undefined)).data?.days ?? []
  const choose = (value: string) =>
    void navigate({
      to: '.',
      search: previous => changed(previous, { asOf: value }),
    })
  return (
    <div className="as-of">
      <label htmlFor="as-of">{words.asOfLabel}</label>
      <select id="as-of" value={asOf ?? ''} onChange={event => choose(event.target.value)}>
        <option value="">{strings.asOfNow}</option>
        {asOf !== undefined && !days.some(({ date }) => date === asOf) && <option value={asOf}>{asOf}</option>}
        {[...days].reverse().map(({ date, day }) => (
          <option key={date} value={date}>
            {`${strings.asOfEnd(date)} · ${strings.day(day)}${date === lastDay ? ` · ${strings.newest}` : ''}`}
          </option>
        ))}
      </select>
    </div>
  )
}
