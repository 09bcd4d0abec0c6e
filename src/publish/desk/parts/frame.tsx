import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useSearch } from '@tanstack/react-router'
import { momentWords } from '../format.ts'
import { statusQuery } from '../ledger-api.ts'
import { strings } from '../strings.ts'

/** What stands around every screen: the name, the theatre, the banner of a look back, the foot. */
export function Frame() {
  const status = useQuery(statusQuery).data
  const { asOf } = useSearch({ from: '__root__' })
  return (
    <>
      <a className="skip" href="#main">
        {strings.skip}
      </a>
      <header className="frame-head">
        <Link to="/" search={previous => previous} className="wordmark">
          <img src="/fogline.svg" alt="" width="26" height="26" />
          {strings.title}
        </Link>
        <span className="theatre">{status?.theatre.name ?? ''}</span>
      </header>
      {asOf !== undefined && (
        <div className="banner" role="status">
          {strings.asOfBanner(asOf.length > 10 ? momentWords(asOf) : strings.asOfEnd(asOf).replace(/^at /, ''))}{' '}
          <Link to="." search={{}}>
            {strings.backToNow}
          </Link>
        </div>
      )}
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="frame-foot">
        <p>
          {strings.footer} {strings.times}
        </p>
        {status && <p className="quiet">Fogline {status.version}</p>}
      </footer>
    </>
  )
}
