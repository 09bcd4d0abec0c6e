import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { RecordedClaim } from '#domain'
import type { ClaimCard } from '#publish/api'
import { dateWords, momentWords } from '../format.ts'
import { claimQuery } from '../ledger-api.ts'
import { Camp } from '../parts/camp.tsx'
import { ClaimFields } from '../parts/claim-fields.tsx'
import { ClaimLine } from '../parts/claim-line.tsx'
import { Disputes } from '../parts/disputes.tsx'
import { Answer } from '../parts/states.tsx'
import { Why } from '../parts/why.tsx'
import { strings } from '../strings/index.ts'

/** `/claim/c_…`: the words in their report, who says them, how they are coded, why Fogline thinks what it thinks. */
export function ClaimScreen() {
  const { id } = useParams({ from: '/claim/$id' })
  const { asOf } = useSearch({ from: '__root__' })
  return <Answer query={useQuery(claimQuery(id, asOf))}>{card => <Card card={card} />}</Answer>
}

function Card({ card }: { card: ClaimCard }) {
  const { claim, article, belief, disputes, others, origins } = card
  return (
    <article className="claim">
      <title>{`${strings.claim} – ${strings.title}`}</title>
      <header>
        <p className="kicker">
          {claim.type} · <span className={`stance ${claim.stance}`}>{strings.stance[claim.stance]}</span>
        </p>
        <h1>“{claim.text}”</h1>
        <p>
          <b>
            <Camp camp={claim.holder.camp} name={claim.holder.name} />
          </b>{' '}
          · {strings.certainty(claim.certainty, claim.certaintyWords)} · {dateWords(claim.said)}
        </p>
      </header>
      <div className="columns">
        <ReportText claim={claim} article={article} />
        <div>
          <Chain claim={claim} />
          <Why belief={belief} claims={[claim, ...others]} title={strings.why} />
          <section>
            <h2>{strings.fields}</h2>
            <ClaimFields claim={claim} />
          </section>
        </div>
      </div>
      <Disputes disputes={disputes} />
      {origins.length > 0 && (
        <section>
          <h2>{strings.originsHeading}</h2>
          <ul className="origins">
            {origins.map(origin => (
              <li key={origin.key}>
                <Camp camp={origin.camp} name={origin.name} /> – {strings.claims(origin.claims.length)}
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
      <div className="report-text" ref={box} role="group" aria-labelledby="report-heading" tabIndex={0}>
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
