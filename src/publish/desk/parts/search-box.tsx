import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { changed } from '../as-of-search.ts'
import { type DeskSearch, deskSearch, type SearchSearch, searchSearch } from '../search-params.ts'
import { strings } from '../strings/index.ts'

/** The search that is at hand on every screen: Ctrl K goes to it, Enter to the search screen. */
export function SearchBox() {
  const { q } = useSearch({ strict: false }) as { q?: string }
  const [text, setText] = useState(q ?? '')
  const box = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  useEffect(() => setText(q ?? ''), [q])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      box.current?.focus()
      box.current?.select()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  const go = () =>
    void navigate({
      to: '/search',
      search: previous => changed<SearchSearch & DeskSearch>(searchOf(previous), { q: text.trim() }),
    })
  return (
    <search>
      <form
        onSubmit={event => {
          event.preventDefault()
          go()
        }}
      >
        <input
          ref={box}
          type="search"
          aria-label={strings.frame.searchAll}
          placeholder={strings.frame.searchHint}
          value={text}
          onChange={event => setText(event.target.value)}
        />
      </form>
    </search>
  )
}

/** What of another screen's address a search keeps: the look back, and the filters of the search screen itself. */
const searchOf = (search: Record<string, unknown>) =>
  'q' in search || 'in' in search ? { ...searchSearch(search), ...deskSearch(search) } : deskSearch(search)
