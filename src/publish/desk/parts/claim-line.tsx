import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Article, RecordedClaim } from '#domain'
import { asOfOnly } from '../as-of-search.ts'
import { claimMarkdown, momentWords } from '../format.ts'
import { reportQuery } from '../ledger-api.ts'
import { strings } from '../strings/index.ts'
import { Camp } from './camp.tsx'
import { CopyButton } from './copy-button.tsx'

/** A claim wherever one is listed: who says it, how surely, in which words; it opens on the sentence of its report. */
export function ClaimLine({ claim, more }: { claim: RecordedClaim; more?: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <li className="line claim-line">
      <details onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="line-text">“{claim.text}”</span>
          <ClaimMarks claim={claim} />
          {more !== undefined && <span className="marks">{more}</span>}
        </summary>
        {open && <ClaimWords claim={claim} />}
      </details>
    </li>
  )
}

/** Holder with camp, stance, certainty, outlet and moment, in one line of small print. */
export function ClaimMarks({ claim }: { claim: RecordedClaim }) {
  const outlet = claim.outlet ?? claim.source
  return (
    <span className="marks">
      <b>
        <Camp camp={claim.holder.camp} name={claim.holder.name} />
      </b>
      <span className={`stance ${claim.stance}`}>{strings.stance[claim.stance]}</span>
      <span>{strings.certainty(claim.certainty, claim.certaintyWords)}</span>
      {claim.againstInterest && <span className="mark">{strings.admission}</span>}
      {outlet !== claim.holder.name && <span>{outlet}</span>}
      <time dateTime={claim.said}>{momentWords(claim.said)}</time>
    </span>
  )
}

/** The paragraph the words stand in, the way they came, and what can be done with them. */
export function ClaimWords({ claim }: { claim: RecordedClaim }) {
  const { asOf } = useSearch({ from: '__root__' })
  const report = useQuery(reportQuery(claim.article, asOf))
  return (
    <div className="words">
      {report.data ? (
        <Paragraph article={report.data.article} claim={claim} />
      ) : (
        <p className="quiet" role="status">
          {report.isError ? report.error.message : strings.loading}
        </p>
      )}
      <ol className="chain" aria-label={strings.chain}>
        {claim.chain.map((link, at) => (
          <li key={`${at}${link}`}>{link}</li>
        ))}
      </ol>
      <p className="line-tools">
        <Link to="/claim/$id" params={{ id: claim.id }} search={asOfOnly}>
          {strings.openClaim}
        </Link>
        <Link
          to="/report/$id"
          params={{ id: claim.article }}
          search={previous => ({ ...asOfOnly(previous), claim: claim.id })}
        >
          {strings.openReport}
        </Link>
        <CopyButton text={() => claimMarkdown(claim, report.data?.article.url ?? null)} />
      </p>
    </div>
  )
}

/** The paragraph of the report round a claim, its words marked. */
export function Paragraph({ article, claim }: { article: Article; claim: Pick<RecordedClaim, 'span'> }) {
  const [start, end] = claim.span
  const [from, to] = article.paragraphs.find(([from, to]) => from <= start && end <= to) ?? [
    Math.max(0, start - 160),
    Math.min(article.text.length, end + 160),
  ]
  return (
    <blockquote>
      {article.text.slice(from, start)}
      <mark>{article.text.slice(start, end)}</mark>
      {article.text.slice(end, to)}
    </blockquote>
  )
}
