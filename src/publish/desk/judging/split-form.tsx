import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { type FormEvent, useId } from 'react'
import type { RecordedClaim } from '#domain'
import type { ClaimCard } from '#publish/api'
import { claimQuery } from '../ledger-api.ts'
import { ClaimMarks } from '../parts/claim-line.tsx'
import { Answer } from '../parts/states.tsx'
import { strings } from '../strings/index.ts'
import type { Unsigned } from './use-judge.ts'

const words = strings.review

interface SplitProps {
  readonly claim: RecordedClaim
  readonly onSend: (ruling: Unsigned) => void
  readonly onCancel: () => void
}

/** The claims of the same event: those ticked become an event of their own with the one in hand. */
export function SplitForm(props: SplitProps) {
  const { asOf } = useSearch({ from: '__root__' })
  const id = useId()
  return (
    <section className="amend" aria-labelledby={id}>
      <h3 id={id}>{words.splitTitle}</h3>
      <Answer query={useQuery(claimQuery(props.claim.id, asOf))}>{card => <Parts card={card} {...props} />}</Answer>
    </section>
  )
}

function Parts({ card: { event, others }, claim, onSend, onCancel }: SplitProps & { card: ClaimCard }) {
  const cancel = (
    <button type="button" onClick={onCancel}>
      {words.cancel}
    </button>
  )
  if (event === null || others.length === 0) {
    return (
      <div className="whole">
        <p className="quiet">{words.splitAlone}</p>
        {cancel}
      </div>
    )
  }
  const send = (submitted: FormEvent<HTMLFormElement>) => {
    submitted.preventDefault()
    const ticked = new FormData(submitted.currentTarget).getAll('part').map(String)
    onSend({
      verdict: 'split',
      on: event.id,
      change: { parts: [claim.id, ...ticked] },
      reason: words.reasons.split,
    })
  }
  return (
    <form className="whole" onSubmit={send}>
      <p className="quiet">{words.splitAbout}</p>
      <ul>
        {others.map(other => (
          <li key={other.id} className="line">
            <label className="split-part">
              <input type="checkbox" name="part" value={other.id} />
              <span>
                <span className="line-text">“{other.text}”</span>
                <ClaimMarks claim={other} />
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p className="line-tools">
        <button type="submit" className="main">
          {words.splitSend}
        </button>
        {cancel}
      </p>
    </form>
  )
}
