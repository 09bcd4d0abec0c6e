import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Belief, RecordedClaim } from '#domain'
import type { ClaimCard } from '#publish/api'
import { asOfOnly } from '../as-of-search.ts'
import { dateWords, figureWords, momentWords } from '../format.ts'
import { claimQuery } from '../ledger-api.ts'
import { ClaimLine } from '../parts/claim-line.tsx'
import { Likelihood, useCampNames } from '../parts/marks.tsx'
import { Answer } from '../parts/states.tsx'
import { strings } from '../strings/index.ts'
import { Disputes } from './place.tsx'

/** `/claim/c_…`: the words in their report, who says them, how they are coded, why Fogline thinks what it thinks. */
export function ClaimScreen() {
  const { id } = useParams({ from: '/claim/$id' })
  const { asOf } = useSearch({ from: '__root__' })
  return <Answer query={useQuery(claimQuery(id, asOf))}>{card => <Card card={card} />}</Answer>
}

function Card({ card }: { card: ClaimCard }) {
  const { claim, article, belief, disputes, others, origins } = card
  const campName = useCampNames()
  return (
    <article className="claim">
      <title>{`${strings.claim} – ${strings.title}`}</title>
      <header>
        <p className="kicker">
          {claim.type} · <span className={`stance ${claim.stance}`}>{strings.stance[claim.stance]}</span>
        </p>
        <h1>“{claim.text}”</h1>
        <p>
          <b>{claim.holder.name}</b> ({campName(claim.holder.camp)}) ·{' '}
          {strings.certainty(claim.certainty, claim.certaintyWords)} · {dateWords(claim.said)}
        </p>
      </header>
      <div className="claim-columns">
        <ReportText claim={claim} article={article} />
        <div>
          <Chain claim={claim} />
          <Why belief={belief} others={[claim, ...others]} />
          <Fields claim={claim} />
        </div>
      </div>
      <Disputes disputes={disputes} />
      {origins.length > 0 && (
        <section>
          <h2>{strings.originsHeading}</h2>
          <ul className="origins">
            {origins.map(origin => (
              <li key={origin.key}>
                <b>{origin.name}</b> ({campName(origin.camp)}) – {strings.claims(origin.claims.length)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section>
          <h2>{strings.others}</h2>
          <ul className="claim-list">
            {others.map(other => (
              <ClaimLine key={other.id} claim={other} />
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}

/** The whole report with the claim's words marked; they are scrolled to inside their own box, the page stays. */
function ReportText({ claim, article }: Pick<ClaimCard, 'claim' | 'article'>) {
  const words = useRef<HTMLElement>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (words.current && box.current) box.current.scrollTop = words.current.offsetTop - box.current.offsetTop - 60
  }, [claim.id])
  const [start, end] = claim.span
  return (
    <section className="report" aria-labelledby="report-heading">
      <h2 id="report-heading">{strings.words}</h2>
      <p className="quiet">
        {article.outlet ?? strings.none} ·{' '}
        <time dateTime={article.publishedAt}>{momentWords(article.publishedAt)}</time>
        {article.url && /^https?:\/\//.test(article.url) && (
          <>
            {' '}
            ·{' '}
            <a href={article.url} rel="noreferrer noopener nofollow">
              {strings.fullReport}
            </a>
          </>
        )}
      </p>
      <div className="report-text" ref={box} role="region" aria-labelledby="report-heading" tabIndex={0}>
        {article.text.slice(0, start)}
        <mark ref={words}>{article.text.slice(start, end)}</mark>
        {article.text.slice(end)}
      </div>
    </section>
  )
}

function Chain({ claim }: { claim: RecordedClaim }) {
  return (
    <section>
      <h2>{strings.chain}</h2>
      <ol className="chain">
        {claim.chain.map((link, at) => (
          <li key={`${at}${link}`}>{link}</li>
        ))}
      </ol>
    </section>
  )
}

function Why({ belief, others }: { belief: Belief | null; others: readonly RecordedClaim[] }) {
  if (!belief)
    return (
      <section>
        <h2>{strings.why}</h2>
        <p className="quiet">{strings.whyNone}</p>
      </section>
    )
  const text = (id: string) => others.find(claim => claim.id === id)
  return (
    <section>
      <h2>{strings.why}</h2>
      <p>
        <Likelihood likelihood={belief.likelihood} confidence={belief.confidence} />
      </p>
      <ul className="reasons">
        {belief.reasons.map(reason => (
          <li key={reason.claim}>
            <span className={`weight ${reason.weight < 0 ? 'against' : 'for'}`}>
              {reason.weight > 0 ? '+' : reason.weight < 0 ? '−' : '±'}
              {Math.abs(reason.weight).toFixed(2)}
            </span>
            <span>
              <Link to="/claim/$id" params={{ id: reason.claim }} search={asOfOnly}>
                {text(reason.claim)?.holder.name ?? reason.claim}
              </Link>
              : {reason.why}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Fields({ claim }: { claim: RecordedClaim }) {
  const { start, end, words } = claim.time
  const days =
    start === null
      ? strings.none
      : start === end || end === null
        ? dateWords(start)
        : `${dateWords(start)} – ${dateWords(end)}`
  const rows: readonly (readonly [string, string])[] = [
    [strings.happened, words === null ? days : `${days} (“${words}”)`],
    [strings.said, momentWords(claim.said)],
    [strings.learned, momentWords(claim.learned)],
    [strings.certaintyLabel, strings.certainty(claim.certainty, claim.certaintyWords)],
    [strings.agent, claim.agent ?? strings.none],
    [strings.target, claim.target ?? strings.none],
    [strings.figures, claim.figures.map(figureWords).join('; ') || strings.none],
    [strings.againstInterest, claim.againstInterest ? strings.yes : strings.no],
    [strings.trust, claim.confidence.toFixed(2)],
  ]
  return (
    <section>
      <h2>{strings.fields}</h2>
      <dl className="fields">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{strings.places}</dt>
          <dd>
            {claim.places.length === 0
              ? strings.none
              : claim.places.map((place, at) => (
                  <span key={`${at}${place.name}`}>
                    {at > 0 && ', '}
                    {place.id ? (
                      <Link to="/place/$id" params={{ id: place.id }} search={asOfOnly}>
                        {place.name}
                      </Link>
                    ) : (
                      place.name
                    )}{' '}
                    <span className="quiet">
                      ({place.role}
                      {place.part ? `, ${place.part}` : ''})
                    </span>
                  </span>
                ))}
          </dd>
        </div>
      </dl>
    </section>
  )
}
