import { Link } from '@tanstack/react-router'
import type { ForecastBook } from '#publish/api'
import { asOfOnly } from '../as-of-search.ts'
import { dateWords } from '../format.ts'
import { Camp } from '../parts/camp.tsx'
import { strings } from '../strings/index.ts'

const words = strings.forecasts

type Card = ForecastBook['questions'][number]

/** Questions with what decides them, how they came out and what each forecaster gave. */
export function Questions({ title, cards, none }: { title: string; cards: readonly Card[]; none: string }) {
  return (
    <section aria-label={title}>
      <h2>
        {title} <small>{cards.length}</small>
      </h2>
      {cards.length === 0 && <p className="quiet">{none}</p>}
      <ul>
        {cards.map(card => (
          <QuestionEntry key={card.question.id} card={card} />
        ))}
      </ul>
    </section>
  )
}

function QuestionEntry({ card: { question, resolution, forecasts } }: { card: Card }) {
  return (
    <li className="line question">
      <p className="line-text">{question.text}</p>
      <p className="marks">
        <span className={`outcome-mark ${resolution.outcome}`}>{words.outcomes[resolution.outcome]}</span>
        {question.criteria.by !== null && <span>{words.until(dateWords(question.criteria.by))}</span>}
        {resolution.on !== null && <span>{words.decidedOn(dateWords(resolution.on))}</span>}
        <span>{resolution.why}</span>
        {resolution.because.map((claim, at) => (
          <Link key={claim} to="/claim/$id" params={{ id: claim }} search={asOfOnly}>
            {words.because(at + 1)}
          </Link>
        ))}
      </p>
      <ul className="odds-list">
        {forecasts.map(({ id, forecaster, camp, low, high, words: said, claim }) => (
          <li key={id}>
            <Camp camp={camp} name={forecaster} />
            <OddsBar low={low} high={high} />
            <span>
              {words.chance(low, high)}
              {said !== null && ` (“${said}”)`}
            </span>
            {claim !== null && (
              <Link to="/claim/$id" params={{ id: claim }} search={asOfOnly}>
                {words.inWords}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </li>
  )
}

/** The probability on a line from 0 to 100 %: a range as a bar, one number as a thin one. */
function OddsBar({ low, high }: { low: number; high: number }) {
  const width = Math.max(2, (high - low) * 100)
  return (
    <svg className="odds-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 5H100" />
      <rect x={Math.min(98, low * 100)} y="1" width={width} height="8" />
    </svg>
  )
}
