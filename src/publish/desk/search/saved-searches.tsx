import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { asOfOnly } from '../as-of-search.ts'
import { type SearchSearch, searchSearch } from '../search-params.ts'
import { strings } from '../strings/index.ts'

const words = strings.search
const KEY = 'fogline.searches'

/** Searches this browser keeps; each is an address, so it can also be sent. */
export function SavedSearches({ search }: { search: SearchSearch }) {
  const [saved, setSaved] = useState(readSaved)
  const keep = (next: readonly SearchSearch[]) => {
    localStorage.setItem(KEY, JSON.stringify(next))
    setSaved(next)
  }
  const isSaved = saved.some(each => nameOf(each) === nameOf(search))
  return (
    <aside className="saved" aria-labelledby="saved-heading">
      <h2 id="saved-heading">{words.saved}</h2>
      {saved.length === 0 && <p className="quiet">{words.savedNone}</p>}
      <ul>
        {saved.map(each => (
          <li key={nameOf(each)}>
            <Link to="/search" search={previous => ({ ...asOfOnly(previous), ...each })}>
              {nameOf(each)}
            </Link>
            <button
              type="button"
              className="plain"
              aria-label={words.forget(nameOf(each))}
              onClick={() => keep(saved.filter(other => other !== each))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        disabled={isSaved || nameOf(search) === words.everything}
        onClick={() => keep([...saved, search])}
      >
        {words.save}
      </button>
    </aside>
  )
}

/** A search in words: what is sought, then the filters. */
function nameOf({ q, in: _in, ...filters }: SearchSearch): string {
  const parts = [q, ...Object.values(filters)].filter(part => part !== undefined)
  return parts.join(' · ') || words.everything
}

/** What the browser kept, entry by entry checked: another program may have written there. */
function readSaved(): readonly SearchSearch[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept)
      ? kept.filter(each => typeof each === 'object' && each !== null).map(each => searchSearch({ ...each }))
      : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}
