import { Link } from '@tanstack/react-router'
import { asOfOnly } from '../as-of-search.ts'
import { ClaimFields } from '../parts/claim-fields.tsx'
import { ClaimMarks, ClaimWords } from '../parts/claim-line.tsx'
import { strings } from '../strings/index.ts'
import { AmendForm } from './amend-form.tsx'
import { MergeForm } from './merge-form.tsx'
import { SplitForm } from './split-form.tsx'
import type { InHand } from './use-in-hand.ts'
import type { Judging } from './use-judge.ts'

const words = strings.review

/** The claim in hand, what it rests on, and the verdicts, each a button and a key. */
export function Verdicts({
  row: { claim, dispute },
  hand: { acts, form, handIn, closeForm },
  judging,
}: {
  row: NonNullable<InHand['row']>
  hand: InHand
  judging: Judging
}) {
  const given = { claim, onSend: handIn, onCancel: closeForm }
  return (
    <section className="review-claim" aria-label={words.inHand}>
      <p className="line-text">“{claim.text}”</p>
      <ClaimMarks claim={claim} />
      <ClaimWords claim={claim} />
      {dispute !== null && (
        <p>
          <Link to="/dispute/$id" params={{ id: dispute }} search={asOfOnly}>
            {strings.openDispute(null)}
          </Link>
        </p>
      )}
      <div className="verdicts">
        {acts.map(([key, name, act]) => (
          <button key={key} type="button" disabled={!judging.mayJudge} onClick={act}>
            {name} <kbd>{key}</kbd>
          </button>
        ))}
        <span className="quiet">
          <kbd>j</kbd> <kbd>k</kbd> {words.moves} · <kbd>u</kbd> {words.undoLast}
        </span>
      </div>
      {form === 'amend' && <AmendForm {...given} isBusy={judging.mutation.isPending} />}
      {form === 'merge' && <MergeForm {...given} />}
      {form === 'split' && <SplitForm {...given} />}
      <ClaimFields claim={claim} />
    </section>
  )
}
