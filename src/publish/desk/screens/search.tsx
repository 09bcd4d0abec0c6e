import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ArticleHead } from '#publish/api'
import { asOfOnly } from '../as-of-search.ts'
import { FAMILY_LIST } from '../codebook.ts'
import { momentWords } from '../format.ts'
import { claimPages, reportPages, sourcesQuery, statusQuery } from '../ledger-api.ts'
import { Choice } from '../parts/choice.tsx'
import { ClaimLine } from '../parts/claim-line.tsx'
import { Pages } from '../parts/pages.tsx'
import { ScreenHead } from '../parts/screen-head.tsx'
import { Empty } from '../parts/states.tsx'
import { SavedSearches } from '../search/saved-searches.tsx'
import type { SearchSearch } from '../search-params.ts'
import { familyName, strings } from '../strings/index.ts'

const words = strings.search

/** `/search?q=…`: full text over claims and reports, with filters; the address is the search. */
export function SearchScreen() {
  const search = useSearch({ from: '/search' })
  const inReports = search.in === 'reports'
  const { in: _, ...asked } = search
  const isAsked = Object.values(asked).some(value => value !== undefined)
  return (
    <article>
      <ScreenHead title={words.title}>
        <p>{words.help}</p>
      </ScreenHead>
      <SearchFilters search={search} />
      <nav className="tabs" aria-label={words.in}>
        {(['claims', 'reports'] as const).map(each => (
          <Link
            key={each}
            to="/search"
            search={previous => ({ ...previous, in: each })}
            aria-current={(each === 'reports') === inReports ? 'page' : undefined}
          >
            {words[each]}
          </Link>
        ))}
      </nav>
      <div className="search-body">
        <div>
          {!isAsked ? (
            <Empty title={words.start}>
              <p>{words.startHow}</p>
            </Empty>
          ) : inReports ? (
            <FoundReports search={search} />
          ) : (
            <FoundClaims search={search} />
          )}
        </div>
        <SavedSearches search={search} />
      </div>
    </article>
  )
}

const none = (
  <Empty title={words.none}>
    <p>{words.noneHow}</p>
  </Empty>
)

function FoundClaims({ search: { q, from, to, family, camp, certainty, source } }: { search: SearchSearch }) {
  const { asOf } = useSearch({ from: '__root__' })
  const query = useInfiniteQuery(
    claimPages({ words: q, saidFrom: from, saidTo: to, family, camp, certainty, source, asOf }),
  )
  return (
    <Pages query={query} none={none}>
      {(claims, more) => (
        <>
          <p className="quiet" role="status">
            {words.shown(claims.length, more)}
          </p>
          <ul>
            {claims.map(claim => (
              <ClaimLine key={claim.id} claim={claim} />
            ))}
          </ul>
        </>
      )}
    </Pages>
  )
}

function FoundReports({ search: { q, from, to, source } }: { search: SearchSearch }) {
  const { asOf } = useSearch({ from: '__root__' })
  const query = useInfiniteQuery(reportPages({ words: q, saidFrom: from, saidTo: to, source, asOf }))
  return (
    <Pages query={query} none={none}>
      {(reports, more) => (
        <>
          <p className="quiet" role="status">
            {words.shown(reports.length, more)}
          </p>
          <ul className="entries">
            {reports.map(report => (
              <ReportEntry key={report.id} report={report} />
            ))}
          </ul>
        </>
      )}
    </Pages>
  )
}

function ReportEntry({ report }: { report: ArticleHead }) {
  return (
    <li className="entry">
      <Link to="/report/$id" params={{ id: report.id }} search={asOfOnly}>
        {report.title ?? report.url ?? report.id}
      </Link>
      <p className="quiet">
        {report.outlet ?? report.source} · <time dateTime={report.publishedAt}>{momentWords(report.publishedAt)}</time>
        {report.copyOf !== null && ` · ${strings.stories.copyOf}`}
      </p>
    </li>
  )
}

/** Filters as lists and days; each goes into the address at once. */
function SearchFilters({ search }: { search: SearchSearch }) {
  const { asOf } = useSearch({ from: '__root__' })
  const navigate = useNavigate({ from: '/search' })
  const camps = useQuery(statusQuery).data?.theatre.camps ?? []
  const sources = useQuery(sourcesQuery(asOf)).data?.sources ?? []
  const set = (key: keyof SearchSearch) => (value: string) =>
    void navigate({ replace: true, search: previous => ({ ...previous, [key]: value || undefined }) })
  const every = ['', strings.map.every] as const
  const inReports = search.in === 'reports'
  const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
    list.map(({ id, name }) => [id, name] as const)
  return (
    <div className="filters">
      {!inReports && (
        <>
          <Choice
            label={words.family}
            value={search.family ?? ''}
            options={[every, ...FAMILY_LIST.map(family => [family, familyName(family)] as const)]}
            onChange={set('family')}
          />
          <Choice
            label={words.camp}
            value={search.camp ?? ''}
            options={[every, ...named(camps)]}
            onChange={set('camp')}
          />
          <Choice
            label={words.certainty}
            value={search.certainty ?? ''}
            options={[every, ...Object.entries(strings.certaintyNames)]}
            onChange={set('certainty')}
          />
        </>
      )}
      <Choice
        label={words.source}
        value={search.source ?? ''}
        options={[every, ...named(sources)]}
        onChange={set('source')}
      />
      {(['from', 'to'] as const).map(key => (
        <label key={key} className="choice">
          <span>{words[key]}</span>
          <input type="date" value={search[key] ?? ''} onChange={event => set(key)(event.target.value)} />
        </label>
      ))}
    </div>
  )
}
