import { useState } from 'react'
import type { RecordedClaim } from '#domain'
import { AmendForm } from '../judging/amend-form.tsx'
import { Outcome } from '../judging/outcome.tsx'
import { Signer } from '../judging/signer.tsx'
import { useJudge } from '../judging/use-judge.ts'
import { strings } from '../strings/index.ts'

/** Reads the chosen claim otherwise without leaving its report; a judgement like those of the review. */
export function AmendHere({ claim }: { claim: RecordedClaim }) {
  const [open, setOpen] = useState(false)
  const judging = useJudge()
  const close = () => setOpen(false)
  return (
    <>
      {!open && (
        <button type="button" onClick={() => setOpen(true)}>
          {strings.review.amendTitle}
        </button>
      )}
      {open && judging.analyst === null && <Signer judging={judging} />}
      {open && judging.analyst !== null && (
        <AmendForm
          claim={claim}
          isBusy={judging.mutation.isPending}
          onSend={ruling => judging.mutation.mutate(ruling, { onSuccess: close })}
          onCancel={close}
        />
      )}
      <Outcome judging={judging} />
    </>
  )
}
