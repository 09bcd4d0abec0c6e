import { strings } from '../strings/index.ts'
import type { Judging } from './use-judge.ts'

const words = strings.review

/** What became of the last judgement: on its way (everything is reckoned anew), recorded, or refused in the API's words. */
export function Outcome({ judging: { mutation, waiting } }: { judging: Judging }) {
  return (
    <div aria-live="polite" className="outcome">
      {waiting.length > 0 && (
        <p className="working">
          <progress aria-label={words.working(waiting.length)} /> {words.working(waiting.length)}
        </p>
      )}
      {mutation.isSuccess && <p className="quiet">{words.recorded(words.did[mutation.data.verdict])}</p>}
      {mutation.isError && (
        <p className="refused" role="alert">
          {mutation.error.message}
        </p>
      )}
    </div>
  )
}
