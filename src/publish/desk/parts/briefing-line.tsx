import { Link } from '@tanstack/react-router'
import type { BriefingItem, Citation } from '#domain'
import { asOfOnly } from '../as-of-search.ts'
import { itemMarkdown, momentWords } from '../format.ts'
import { strings } from '../strings/index.ts'
import { CopyButton } from './copy-button.tsx'
import { Marks } from './marks.tsx'

/** One line of the briefing; it opens on the words of every claim under it. */
export function BriefingLine({ item }: { item: BriefingItem }) {
  return (
    <li className="line">
      <details>
        <summary>
          <span className="line-text">{item.text}</span>
          <Marks item={item} />
        </summary>
        <ul className="citations">
          {item.citations.map(citation => (
            <CitedWords key={citation.claim} citation={citation} />
          ))}
        </ul>
        <p className="line-tools">
          <CopyButton text={() => itemMarkdown(item)} />
          {item.place?.id && (
            <Link to="/place/$id" params={{ id: item.place.id }} search={asOfOnly}>
              {item.place.name}
            </Link>
          )}
          {item.disputes.map((dispute, at) => (
            <Link key={dispute} to="/dispute/$id" params={{ id: dispute }} search={asOfOnly}>
              {strings.openDispute(item.disputes.length > 1 ? at + 1 : null)}
            </Link>
          ))}
        </p>
      </details>
    </li>
  )
}

/** The words of one claim with who said them and how they came here. */
function CitedWords({ citation }: { citation: Citation }) {
  return (
    <li>
      <blockquote>“{citation.quote}”</blockquote>
      <p className="quiet">
        {citation.chain.join(` ${strings.via} `)} ·{' '}
        <time dateTime={citation.publishedAt}>{momentWords(citation.publishedAt)}</time> ·{' '}
        <Link to="/claim/$id" params={{ id: citation.claim }} search={asOfOnly}>
          {strings.openClaim}
        </Link>{' '}
        ·{' '}
        <Link
          to="/report/$id"
          params={{ id: citation.article }}
          search={previous => ({ ...asOfOnly(previous), claim: citation.claim })}
        >
          {strings.openReport}
        </Link>
      </p>
    </li>
  )
}
