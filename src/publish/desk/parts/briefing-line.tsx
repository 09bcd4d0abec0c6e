import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { BriefingItem, Citation } from '#domain'
import { itemMarkdown, momentWords } from '../format.ts'
import { strings } from '../strings.ts'
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
          <CopyButton text={itemMarkdown(item)} />
          {item.place?.id && (
            <Link to="/place/$id" params={{ id: item.place.id }} search={previous => previous}>
              {item.place.name}
            </Link>
          )}
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
        <Link to="/claim/$id" params={{ id: citation.claim }} search={previous => previous}>
          {strings.openClaim}
        </Link>
      </p>
    </li>
  )
}

function CopyButton({ text }: { text: string }) {
  const [said, setSaid] = useState<string>(strings.copy)
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid(strings.copied),
      () => setSaid(strings.copyFailed),
    )
  return (
    <button type="button" onClick={() => void copy()} aria-live="polite">
      {said}
    </button>
  )
}
