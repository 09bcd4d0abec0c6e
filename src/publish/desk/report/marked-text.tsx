import { useEffect, useRef } from 'react'
import type { Article, RecordedClaim } from '#domain'
import { strings } from '../strings/index.ts'
import { cutAtClaims } from './marked-pieces.ts'

interface MarkedTextProps {
  readonly article: Article
  readonly claims: readonly RecordedClaim[]
  readonly chosen: RecordedClaim | null
  readonly onChoose: (claim: string) => void
}

/** The text by its paragraphs; each claim's words are a button that shows how it is coded. */
export function MarkedText({ article, claims, chosen, onChoose }: MarkedTextProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector('[data-chosen]')?.scrollIntoView({ block: 'center' })
  }, [chosen?.id])
  const paragraphs = article.paragraphs.length > 0 ? article.paragraphs : [[0, article.text.length] as const]
  const [first] = paragraphs
  const isTitle = article.title !== null && first && article.text.slice(...first) === article.title
  return (
    <div className="marked-text" ref={box} role="region" aria-label={strings.report.text}>
      {paragraphs.map((paragraph, index) => (
        <p key={paragraph[0]} className={isTitle && index === 0 ? 'title' : undefined}>
          {cutAtClaims(paragraph, claims).map(({ span, claims: under }) => {
            const words = article.text.slice(...span)
            if (under.length === 0) return words
            return (
              <Marked
                key={span[0]}
                words={words}
                under={claims.filter(({ id }) => under.includes(id))}
                chosen={chosen}
                onChoose={onChoose}
              />
            )
          })}
        </p>
      ))}
    </div>
  )
}

function Marked({
  words,
  under,
  chosen,
  onChoose,
}: {
  words: string
  under: readonly RecordedClaim[]
  chosen: RecordedClaim | null
  onChoose: (claim: string) => void
}) {
  const isChosen = chosen !== null && under.some(({ id }) => id === chosen.id)
  // Where claims overlap a second press goes to the next of them.
  const next = under[(under.findIndex(({ id }) => id === chosen?.id) + 1) % under.length]
  const fields = under.map(({ holder, stance, type }) => `${holder.name} ${strings.stance[stance]}: ${type}`).join('\n')
  const choose = () => next && onChoose(next.id)
  return (
    // A button would stand as a block in the line; these are words of a sentence and break with it.
    <mark
      role="button"
      tabIndex={0}
      className={`claimed ${under.length > 1 ? 'overlap' : ''} ${under.some(({ stance }) => stance === 'denies') ? 'denied' : ''}`}
      aria-pressed={isChosen}
      data-chosen={isChosen || undefined}
      title={fields}
      onClick={choose}
      onKeyDown={event => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        choose()
      }}
    >
      {words}
    </mark>
  )
}
