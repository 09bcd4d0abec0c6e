import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { ReviewAnswer } from '#publish/api'
import { asOfOnly } from '../as-of-search.ts'
import { History } from '../judging/history.tsx'
import { ReviewKeys } from '../judging/keys.tsx'
import { Outcome } from '../judging/outcome.tsx'
import { Signer } from '../judging/signer.tsx'
import { type InHand, useInHand } from '../judging/use-in-hand.ts'
import { type Judging, useJudge } from '../judging/use-judge.ts'
import { Verdicts } from '../judging/verdicts.tsx'
import { reviewQuery } from '../ledger-api.ts'
import { ScreenHead } from '../parts/screen-head.tsx'
import { Answer, Empty } from '../parts/states.tsx'
import { strings } from '../strings/index.ts'

const words = strings.review

/** `/review`: what waits for an analyst, one claim after the other, by keyboard. */
export function ReviewScreen() {
  const { asOf } = useSearch({ from: '__root__' })
  const { why } = useSearch({ from: '/review' })
  const judging = useJudge()
  const query = useQuery(reviewQuery(why, asOf))
  const hand = useInHand(query.data?.rows ?? [], judging)
  return (
    <article>
      <ScreenHead title={words.title} about={words.about} />
      <ReviewKeys hand={hand} judging={judging}>
        <Signer judging={judging} />
        <Answer query={query}>{({ waiting }) => <Queue waiting={waiting} hand={hand} judging={judging} />}</Answer>
        <History judging={judging} />
      </ReviewKeys>
    </article>
  )
}

interface Given {
  readonly hand: InHand
  readonly judging: Judging
}

function Queue({ waiting, hand, judging }: Given & Pick<ReviewAnswer, 'waiting'>) {
  const tabs = [
    [undefined, words.both(waiting.disputed + waiting.doubtful)],
    ['disputed', words.disputed(waiting.disputed)],
    ['doubtful', words.doubtful(waiting.doubtful)],
  ] as const
  return (
    <section aria-label={words.queue}>
      <nav className="tabs" aria-label={words.queue}>
        {tabs.map(([each, name]) => (
          <Link
            key={name}
            to="/review"
            search={previous => ({ ...asOfOnly(previous), ...(each === undefined ? {} : { why: each }) })}
            activeOptions={{ exact: true }}
          >
            {name}
          </Link>
        ))}
      </nav>
      <Outcome judging={judging} />
      {hand.row === null ? (
        <Empty title={words.empty}>
          <p>{words.emptyAbout}</p>
        </Empty>
      ) : (
        <Desk row={hand.row} hand={hand} judging={judging} />
      )}
    </section>
  )
}

/** The queue on the left, the claim in hand on the right. */
function Desk({ row, hand, judging }: Given & { row: NonNullable<InHand['row']> }) {
  return (
    <div className="review-desk">
      <ol className="review-queue">
        {hand.rows.map(({ claim, why }) => (
          <li key={claim.id}>
            <button
              type="button"
              aria-current={claim.id === row.claim.id ? 'true' : undefined}
              onClick={() => hand.choose(claim.id)}
            >
              “{claim.text}”
              <small>
                {claim.holder.name} · {words.why[why]} · {words.trust(claim.confidence)}
              </small>
            </button>
          </li>
        ))}
      </ol>
      <Verdicts key={row.claim.id} row={row} hand={hand} judging={judging} />
    </div>
  )
}
