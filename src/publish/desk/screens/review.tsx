import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReviewAnswer } from '#publish/api'
import { asOfOnly } from '../as-of-search.ts'
import { History } from '../judging/history.tsx'
import { Signer } from '../judging/signer.tsx'
import { type Judging, useJudge } from '../judging/use-judge.ts'
import { Verdicts } from '../judging/verdicts.tsx'
import { judgementsQuery, reviewQuery } from '../ledger-api.ts'
import { ScreenHead } from '../parts/screen-head.tsx'
import { Answer, Empty } from '../parts/states.tsx'
import { strings } from '../strings/index.ts'

const words = strings.review

/** `/review`: what waits for an analyst, one claim after the other, by keyboard. */
export function ReviewScreen() {
  const { asOf } = useSearch({ from: '__root__' })
  const { why } = useSearch({ from: '/review' })
  const judging = useJudge()
  return (
    <article className="stack">
      <ScreenHead title={words.title} about={words.about} />
      <Signer judging={judging} />
      <Answer query={useQuery(reviewQuery(why, asOf))}>{answer => <Queue answer={answer} judging={judging} />}</Answer>
      <History judging={judging} />
    </article>
  )
}

function Queue({ answer: { waiting, rows }, judging }: { answer: ReviewAnswer; judging: Judging }) {
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
      {rows.length === 0 ? (
        <Empty title={words.empty}>
          <p>{words.emptyAbout}</p>
        </Empty>
      ) : (
        <Desk rows={rows} judging={judging} />
      )}
    </section>
  )
}

/** The queue on the left, the claim in hand on the right; keys work while anything in here has the focus. */
function Desk({ rows, judging }: { rows: ReviewAnswer['rows']; judging: Judging }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const at = Math.max(
    0,
    rows.findIndex(({ claim }) => claim.id === chosen),
  )
  const row = rows[at]
  const { asOf } = useSearch({ from: '__root__' })
  const mine = useQuery(judgementsQuery(asOf)).data?.judgements.findLast(
    ({ analyst, state, verdict }) => analyst === judging.analyst && state === 'stands' && verdict !== 'undo',
  )
  if (!row) return null
  const go = (to: number) => setChosen(rows[Math.min(rows.length - 1, Math.max(0, to))]?.claim.id ?? null)
  return (
    <div className="review-desk">
      <ol className="review-queue">
        {rows.map(({ claim, why }) => (
          <li key={claim.id}>
            <button
              type="button"
              aria-current={claim.id === row.claim.id ? 'true' : undefined}
              onClick={() => setChosen(claim.id)}
            >
              “{claim.text}”
              <small>
                {claim.holder.name} · {words.why[why]} · {words.trust(claim.confidence)}
              </small>
            </button>
          </li>
        ))}
      </ol>
      <Verdicts
        key={row.claim.id}
        row={row}
        judging={judging}
        undo={mine?.id ?? null}
        onNext={() => go(at + 1)}
        onPrevious={() => go(at - 1)}
      />
    </div>
  )
}
