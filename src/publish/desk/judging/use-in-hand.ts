import { useState } from 'react'
import type { ReviewAnswer } from '#publish/api'
import { strings } from '../strings/index.ts'
import type { Judging, Unsigned } from './use-judge.ts'

const words = strings.review

/** The forms a verdict may need before it is handed in. */
export type VerdictForm = 'amend' | 'merge' | 'split'

/**
 * The queue and the claim of it that is in hand: null where nothing waits. A claim whose judgement is on its way has left
 * the queue already, and comes back when the judgement is refused; one that is being amended stays until it is recorded.
 */
export function useInHand(queue: ReviewAnswer['rows'], judging: Judging) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [form, setForm] = useState<VerdictForm | null>(null)
  const leaving = new Set(
    judging.waiting.flatMap(handed => (handed === 'undo last' || handed.verdict === 'amend' ? [] : [handed.on])),
  )
  const rows = queue.filter(({ claim }) => !leaving.has(claim.id))
  const found = rows.findIndex(({ claim }) => claim.id === chosen)
  const at = Math.max(0, found)
  const row = rows[at] ?? null
  const choose = (id: string | null) => {
    setChosen(id)
    setForm(null)
  }
  const go = (step: number) => choose(rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.claim.id ?? null)
  const handIn = (ruling: Unsigned) => {
    const next = (rows[at + 1] ?? rows[at - 1])?.claim.id ?? null
    if (ruling.verdict === 'amend') return judging.mutation.mutate(ruling, { onSuccess: () => choose(next) })
    choose(next)
    judging.mutation.mutate(ruling)
  }
  const plain = (verdict: 'accept' | 'reject') => () =>
    row && handIn({ verdict, on: row.claim.id, change: null, reason: words.reasons[verdict] })
  const acts = [
    ['a', words.accept, plain('accept')],
    ['r', words.reject, plain('reject')],
    ['e', words.amend, () => setForm('amend')],
    ['m', words.merge, () => setForm('merge')],
    ['s', words.split, () => setForm('split')],
  ] as const
  return { rows, row, form, acts, choose, go, handIn, closeForm: () => setForm(null) }
}
export type InHand = ReturnType<typeof useInHand>
