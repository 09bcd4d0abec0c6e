import { strings } from '../strings/index.ts'
import type { Judging } from './use-judge.ts'

const words = strings.review

/** What became of the last judgement: on its way (everything is reckoned anew), recorded, or refused in the API's words. */
export function Outcome({ judging: { mutation } }: { judging: Judging }) {
  return (
    <div aria-live="polite">
      {mutation.isPending && (
        <p className="working">
          <progress aria-label={words.working} /> {words.working}
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
