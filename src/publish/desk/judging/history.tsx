import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { asOfOnly } from '../as-of-search.ts'
import { momentWords } from '../format.ts'
import { judgementsQuery } from '../ledger-api.ts'
import { Answer } from '../parts/states.tsx'
import { strings } from '../strings/index.ts'
import { type Judging, undoOf } from './use-judge.ts'

const words = strings.review
const MOST = 40

/** Who decided what, newest first; what stands can be taken back. */
export function History({ judging }: { judging: Judging }) {
  const { asOf } = useSearch({ from: '__root__' })
  const leaving = new Set(judging.waiting.flatMap(handed => (handed === 'undo last' ? [] : [handed.on])))
  return (
    <section aria-labelledby="history-heading">
      <h2 id="history-heading">{words.history}</h2>
      <Answer query={useQuery(judgementsQuery(asOf))}>
        {({ judgements }) =>
          judgements.length === 0 ? (
            <p className="quiet">{words.historyNone}</p>
          ) : (
            <ul className="history">
              {[...judgements]
                .reverse()
                .slice(0, MOST)
                .map(({ id, analyst, at, verdict, on, reason, state, claims }) => (
                  <li key={id}>
                    <span>
                      <b>{analyst}</b> {words.did[verdict]}{' '}
                      {claims?.[0] ? (
                        <Link to="/claim/$id" params={{ id: claims[0].id }} search={asOfOnly}>
                          “{claims[0].text}”
                        </Link>
                      ) : (
                        on
                      )}
                      <span className="quiet">
                        {' '}
                        · {reason} · <time dateTime={at}>{momentWords(at)}</time>
                        {state !== 'stands' && ` · ${state}`}
                      </span>
                    </span>
                    {state === 'stands' && verdict !== 'undo' && judging.mayJudge && !leaving.has(id) && (
                      <button type="button" onClick={() => judging.mutation.mutate(undoOf(id))}>
                        {words.undo}
                      </button>
                    )}
                  </li>
                ))}
            </ul>
          )
        }
      </Answer>
    </section>
  )
}
