import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Article, RecordedClaim } from '#domain'
import type { ArticleCard } from '#publish/api'
import { asOfOnly } from '../as-of-search.ts'
import { momentWords } from '../format.ts'
import { reportQuery } from '../ledger-api.ts'
import { ClaimFields } from '../parts/claim-fields.tsx'
import { ClaimMarks } from '../parts/claim-line.tsx'
import { Answer } from '../parts/states.tsx'
import { AmendHere } from '../report/amend-here.tsx'
import { MarkedText } from '../report/marked-text.tsx'
import { strings } from '../strings/index.ts'

const words = strings.report

/** `/report/a_…?claim=c_…`: a report whole, its claims marked in it, the chosen one coded beside it. */
export function ReportScreen() {
  const { id } = useParams({ from: '/report/$id' })
  const { asOf } = useSearch({ from: '__root__' })
  return <Answer query={useQuery(reportQuery(id, asOf))}>{card => <Card card={card} />}</Answer>
}

function Card({ card: { article, claims, stories } }: { card: ArticleCard }) {
  const search = useSearch({ from: '/report/$id' })
  const navigate = useNavigate({ from: '/report/$id' })
  const choose = (claim: string) =>
    void navigate({ replace: true, resetScroll: false, search: previous => ({ ...previous, claim }) })
  const ordered = [...claims].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
  const at = ordered.findIndex(({ id }) => id === search.claim)
  const chosen = ordered[at]
  useStepping(ordered, at, choose)
  return (
    <article className="report-screen">
      <title>{`${article.title ?? words.text} – ${strings.title}`}</title>
      <header className="screen-head">
        <p className="kicker">{article.outlet ?? strings.none}</p>
        <h1>{article.title ?? words.text}</h1>
        <Facts article={article} stories={stories} />
      </header>
      <div className="columns">
        <MarkedText article={article} claims={ordered} chosen={chosen ?? null} onChoose={choose} />
        <aside className="report-side" aria-label={words.claimsTitle}>
          <h2>
            {words.claimsTitle} <small>{claims.length}</small>
          </h2>
          {claims.length === 0 && <p className="quiet">{words.none}</p>}
          {claims.length > 0 && (
            <p className="quiet">
              {chosen ? words.of(at + 1, ordered.length) : words.chooseHint}{' '}
              <button type="button" disabled={at <= 0} onClick={() => choose(ordered[at - 1]?.id ?? '')}>
                {words.previous}
              </button>{' '}
              <button
                type="button"
                disabled={at >= ordered.length - 1}
                onClick={() => choose(ordered[at + 1]?.id ?? '')}
              >
                {words.next}
              </button>
            </p>
          )}
          {chosen && <Chosen claim={chosen} />}
        </aside>
      </div>
    </article>
  )
}

function Facts({ article, stories }: Pick<ArticleCard, 'article' | 'stories'>) {
  const other = article.copyOf ?? article.revisionOf
  return (
    <>
      <p>
        <time dateTime={article.publishedAt}>{momentWords(article.publishedAt)}</time>
        {article.byline !== null && ` · ${article.byline}`}
        {isWeb(article) && (
          <>
            {' '}
            ·{' '}
            <a href={article.url ?? ''} rel="noreferrer noopener nofollow">
              {words.original}
            </a>
          </>
        )}
        {stories.map(story => (
          <span key={story.id}>
            {' '}
            · {words.story}:{' '}
            <Link to="/story/$id" params={{ id: story.id }} search={asOfOnly}>
              {story.headline}
            </Link>
          </span>
        ))}
      </p>
      {other !== null && (
        <p>
          <Link to="/report/$id" params={{ id: other }} search={asOfOnly}>
            {article.copyOf === null ? words.revisionOf : words.copyOf}
          </Link>
        </p>
      )}
    </>
  )
}

const isWeb = ({ url }: Article): boolean => url !== null && /^https?:\/\//.test(url)

function Chosen({ claim }: { claim: RecordedClaim }) {
  return (
    <div className="chosen-claim" aria-live="polite">
      <p className="line-text">“{claim.text}”</p>
      <ClaimMarks claim={claim} />
      <ClaimFields claim={claim} />
      <p>
        <Link to="/claim/$id" params={{ id: claim.id }} search={asOfOnly}>
          {strings.openClaim}
        </Link>
      </p>
      <AmendHere key={claim.id} claim={claim} />
    </div>
  )
}

/** Alt with the arrows goes from claim to claim; a modifier, so that no single key is taken from anybody. */
function useStepping(claims: readonly RecordedClaim[], at: number, choose: (claim: string) => void): void {
  const state = useRef({ claims, at, choose })
  state.current = { claims, at, choose }
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
      event.preventDefault()
      const { claims, at, choose } = state.current
      const next = claims[Math.min(claims.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)))]
      if (next) choose(next.id)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
