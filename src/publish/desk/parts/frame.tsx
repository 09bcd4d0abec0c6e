import { useIsFetching, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { changed } from '../as-of-search.ts'
import { momentWords } from '../format.ts'
import { statusQuery } from '../ledger-api.ts'
import { strings } from '../strings/index.ts'
import { AsOfPicker } from './as-of-picker.tsx'
import { SearchBox } from './search-box.tsx'

const words = strings.frame

/** What stands around every screen: the rail, the search, the as-of switch, the banners, the foot. */
export function Frame() {
  const status = useQuery({ ...statusQuery, refetchInterval: 60_000 }).data
  return (
    <>
      <a className="skip" href="#main">
        {strings.skip}
      </a>
      <Busy />
      <div className="frame">
        <Side theatre={status?.theatre.name ?? ''} />
        <div>
          <section className="frame-head" aria-label={words.tools}>
            <SearchBox />
            <AsOfPicker lastDay={status?.lastDay ?? null} />
          </section>
          <Banners learned={status?.asOf ?? null} />
          <main id="main" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        <footer className="frame-foot">
          <p>{strings.footer}</p>
          <p>
            {strings.times} {status && `Fogline ${status.version}`}
          </p>
        </footer>
      </div>
    </>
  )
}

const RAIL = [
  [
    words.rail.read,
    [
      ['/', words.rail.today],
      ['/map', words.rail.map],
      ['/stories', words.rail.stories],
      ['/disputes', words.rail.disputes],
      ['/figures', words.rail.figures],
      ['/forecasts', words.rail.forecasts],
    ],
  ],
  [
    words.rail.look,
    [
      ['/search', words.rail.search],
      ['/sources', words.rail.sources],
    ],
  ],
  [
    words.rail.work,
    [
      ['/review', words.rail.review],
      ['/corrections', words.rail.corrections],
      ['/watches', words.rail.watches],
    ],
  ],
] as const

function Side({ theatre }: { theatre: string }) {
  const [open, setOpen] = useState(false)
  const { asOf } = useSearch({ from: '__root__' })
  const isDay = useLocation({ select: ({ pathname }) => pathname.startsWith('/day/') })
  const search = asOf === undefined ? {} : { asOf }
  return (
    <header className="frame-side">
      <Link to="/" search={search} className="wordmark">
        <img src="/fogline.svg" alt="" width="26" height="26" />
        {strings.title}
      </Link>
      <span className="theatre">{theatre}</span>
      <button type="button" className="menu-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.menu}
      </button>
      <nav className={open ? 'rail open' : 'rail'} aria-label={words.screens}>
        {RAIL.map(([heading, links]) => (
          <div key={heading}>
            <h2>{heading}</h2>
            <ul>
              {links.map(([to, name]) => (
                <li key={to}>
                  <Link
                    to={to}
                    search={search}
                    onClick={() => setOpen(false)}
                    activeOptions={{ exact: to === '/', includeSearch: false }}
                    {...(to === '/' && isDay ? { 'aria-current': 'page' as const } : {})}
                  >
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </header>
  )
}

/** A thin line while anything is asked of the ledger for longer than a blink. */
function Busy() {
  const fetching = useIsFetching() > 0
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (!fetching) return setShown(false)
    const timer = setTimeout(() => setShown(true), 250)
    return () => clearTimeout(timer)
  }, [fetching])
  return shown ? (
    <div className="busy" role="progressbar" aria-label={words.busy}>
      <span className="hidden">{words.busy}</span>
    </div>
  ) : null
}

/** Says when a look back is on, and when the ledger has learned more than the screen shows. */
function Banners({ learned }: { learned: string | null }) {
  const { asOf } = useSearch({ from: '__root__' })
  const navigate = useNavigate()
  const client = useQueryClient()
  const first = useRef(learned)
  if (first.current === null) first.current = learned
  const isNews = learned !== null && first.current !== learned
  const show = () => {
    first.current = learned
    void client.invalidateQueries()
    void navigate({ to: '.', search: previous => previous })
  }
  return (
    <>
      {asOf !== undefined && (
        <div className="banner" role="status">
          {asOf.length > 10 ? words.asOfMoment(momentWords(asOf)) : words.asOfDayEnd(asOf)}{' '}
          <Link to="." search={previous => changed(previous, { asOf: undefined })}>
            {strings.backToNow}
          </Link>
        </div>
      )}
      {isNews && asOf === undefined && (
        <div className="banner" role="status">
          {words.news(momentWords(learned))}{' '}
          <button type="button" onClick={show}>
            {words.newsShow}
          </button>
        </div>
      )}
    </>
  )
}
