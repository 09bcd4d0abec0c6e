import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { ReviewAnswer } from '#publish/api'
import { asOfOnly } from '../as-of-search.ts'
import { ClaimFields } from '../parts/claim-fields.tsx'
import { ClaimMarks, ClaimWords } from '../parts/claim-line.tsx'
import { strings } from '../strings/index.ts'
import { AmendForm } from './amend-form.tsx'
import { MergeForm } from './merge-form.tsx'
import { Outcome } from './outcome.tsx'
import type { Judging, Unsigned } from './use-judge.ts'

const words = strings.review

interface VerdictsProps {
  readonly row: ReviewAnswer['rows'][number]
  readonly judging: Judging
  /** The analyst's last judgement that stands, which `u` takes back; null: none. */
  readonly undo: string | null
  readonly onNext: () => void
  readonly onPrevious: () => void
}

/** A key, what it is called, and what it does. */
type Act = readonly [key: string, name: string, act: () => void]

/** The claim in hand, what it rests on, and the verdicts, each a button and a key. */
export function Verdicts({ row: { claim, dispute }, judging, undo, onNext, onPrevious }: VerdictsProps) {
  const [form, setForm] = useState<'amend' | 'merge' | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const rule = (ruling: Unsigned) => judging.mutation.mutate(ruling, { onSuccess: onNext })
  const plain = (verdict: 'accept' | 'reject') =>
    rule({ verdict, on: claim.id, change: null, reason: words.reasons[verdict] })
  const acts = [
    ['a', words.accept, () => plain('accept')],
    ['r', words.reject, () => plain('reject')],
    ['e', words.amend, () => setForm('amend')],
    ['m', words.merge, () => setForm('merge')],
    [
      's',
      words.split,
      () => rule({ verdict: 'split', on: claim.id, change: { parts: [claim.id] }, reason: words.reasons.split }),
    ],
  ] as const
  const press = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input, select, textarea')
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
    const act = acts.find(([key]) => key === event.key)
    if (event.key === 'j') onNext()
    else if (event.key === 'k') onPrevious()
    else if (event.key === 'u' && undo !== null && judging.isReady)
      judging.mutation.mutate({ verdict: 'undo', on: undo, change: null, reason: words.reasons.undo })
    else if (act && judging.isReady) act[2]()
    else return
    event.preventDefault()
  }
  // The next claim takes the focus, so that a row of them goes by keys alone.
  useEffect(() => box.current?.focus({ preventScroll: true }), [])
  return (
    <div
      className="review-claim"
      ref={box}
      tabIndex={-1}
      role="group"
      aria-label={words.inHand}
      aria-keyshortcuts="a r e m s u j k"
      onKeyDown={press}
    >
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
      <Keys acts={acts} isReady={judging.isReady} />
      <Outcome judging={judging} />
      {form === 'amend' && <AmendForm claim={claim} onAmend={rule} onCancel={() => setForm(null)} />}
      {form === 'merge' && <MergeForm claim={claim} onMerge={rule} onCancel={() => setForm(null)} />}
      <ClaimFields claim={claim} />
    </div>
  )
}

/** Every act as a button with its key, and the keys that only move. */
function Keys({ acts, isReady }: { acts: readonly Act[]; isReady: boolean }) {
  return (
    <div className="verdicts">
      {acts.map(([key, name, act]) => (
        <button key={key} type="button" disabled={!isReady} onClick={act}>
          {name} <kbd>{key}</kbd>
        </button>
      ))}
      <span className="quiet">
        <kbd>j</kbd> <kbd>k</kbd> {words.moves} · <kbd>u</kbd> {words.undoLast}
      </span>
    </div>
  )
}
