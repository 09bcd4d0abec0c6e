import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { FAMILY_LIST, type Family, isCertainty } from '../codebook.ts'
import { sourcesQuery, statusQuery } from '../ledger-api.ts'
import { Choice } from '../parts/choice.tsx'
import type { MapSearch } from '../search-params.ts'
import { familyName, strings } from '../strings/index.ts'
import { FamilyMark } from './family-mark.tsx'

const words = strings.map

/** Which claims the map counts. Every choice goes into the address. */
export function Filters({
  search,
  families,
  onChange,
}: {
  search: MapSearch
  families: readonly Family[]
  onChange: (change: { [Key in keyof MapSearch]?: MapSearch[Key] | undefined }) => void
}) {
  const { asOf } = useSearch({ from: '__root__' })
  const camps = useQuery(statusQuery).data?.theatre.camps ?? []
  const sources = useQuery(sourcesQuery(asOf)).data?.sources ?? []
  const isWide = useRef(matchMedia('(min-width: 60rem)').matches).current
  const toggle = (family: Family) => {
    const next = families.includes(family) ? families.filter(other => other !== family) : [...families, family]
    onChange({ family: next.join(',') })
  }
  return (
    <details className="filter-box" open={isWide || undefined}>
      <summary>{words.filters}</summary>
      <div className="filters">
        <fieldset className="families">
          <legend>{words.family}</legend>
          {FAMILY_LIST.map(family => (
            <label key={family} className="toggle">
              <input type="checkbox" checked={families.includes(family)} onChange={() => toggle(family)} />
              <FamilyMark family={family} />
              {familyName(family)}
            </label>
          ))}
        </fieldset>
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
      </div>
    </details>
  )
}
