import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
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
      search: previous => ({ ...previous, q: text.trim() || undefined }),
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
