import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { type ReactNode, useRef } from 'react'
import { FAMILY_LIST, type Family, isCertainty } from '../codebook.ts'
import { sourcesQuery, statusQuery } from '../ledger-api.ts'
import { Choice } from '../parts/choice.tsx'
import type { MapSearch } from '../search-params.ts'
import { familyName, strings } from '../strings/index.ts'
import { FamilyMark } from './family-mark.tsx'
import { FRONT } from './use-lines.ts'

const words = strings.map

type Change = (change: { [Key in keyof MapSearch]?: MapSearch[Key] | undefined }) => void

/** Which claims the map counts, and which lines lie over it. Every choice goes into the address. */
export function Filters({
  search,
  families,
  lines,
  makers,
  onChange,
}: {
  search: MapSearch
  families: readonly Family[]
  /** Lines that are shown, and those who drew maps that could be. */
  lines: readonly string[]
  makers: readonly string[]
  onChange: Change
}) {
  const isWide = useRef(matchMedia('(min-width: 60rem)').matches).current
  return (
    <details className="filter-box" open={isWide || undefined}>
      <summary>{words.filters}</summary>
      <div className="filters">
        <Toggles
          legend={words.family}
          all={FAMILY_LIST}
          on={families}
          onChange={all => onChange({ family: all.join(',') })}
        >
          {family => (
            <>
              <FamilyMark family={family} />
              {familyName(family)}
            </>
          )}
        </Toggles>
        <Toggles
          legend={words.lines}
          all={[FRONT, ...makers]}
          on={lines}
          onChange={all => onChange({ lines: all.join(',') })}
        >
          {line => (line === FRONT ? words.frontToggle : words.drawnToggle(line))}
        </Toggles>
        <Narrow search={search} onChange={onChange} />
      </div>
    </details>
  )
}

/** A row of things to be switched on and off. */
function Toggles<Name extends string>({
  legend,
  all,
  on,
  onChange,
  children,
}: {
  legend: string
  all: readonly Name[]
  on: readonly Name[]
  onChange: (on: readonly Name[]) => void
  children: (name: Name) => ReactNode
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {all.map(name => (
        <label key={name} className="toggle">
          <input
            type="checkbox"
            checked={on.includes(name)}
            onChange={() => onChange(on.includes(name) ? on.filter(other => other !== name) : [...on, name])}
          />
          {children(name)}
        </label>
      ))}
    </fieldset>
  )
}

/** What the claims that count are narrowed to beside their family. */
function Narrow({ search, onChange }: { search: MapSearch; onChange: Change }) {
  const { asOf } = useSearch({ from: '__root__' })
  const camps = useQuery(statusQuery).data?.theatre.camps ?? []
  const sources = useQuery(sourcesQuery(asOf)).data?.sources ?? []
  return (
    <>
      <Choice
        label={words.span}
        value={String(search.span ?? 1)}
        options={Object.entries(words.spans)}
        onChange={span => onChange({ span: Number(span) })}
      />
      <Choice
        label={words.camp}
        value={search.camp ?? ''}
        options={[['', words.every], ...camps.map(({ id, name }): [string, string] => [id, name])]}
        onChange={camp => onChange({ camp })}
      />
      <Choice
        label={words.certainty}
        value={search.certainty ?? ''}
        options={[['', words.every], ...Object.entries(strings.certaintyNames)]}
        onChange={text => onChange({ certainty: isCertainty(text, strings.certaintyNames) ? text : undefined })}
      />
      <Choice
        label={words.source}
        value={search.source ?? ''}
        options={[['', words.every], ...sources.map(({ id, name }): [string, string] => [id, name])]}
        onChange={source => onChange({ source })}
      />
    </>
  )
}
