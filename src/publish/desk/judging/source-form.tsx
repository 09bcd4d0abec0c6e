import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Source } from '#domain'
import { statusQuery } from '../ledger-api.ts'
import { strings } from '../strings/index.ts'
import { Pick, Text } from './fields.tsx'
import { Outcome } from './outcome.tsx'
import { Signer } from './signer.tsx'
import { useJudge } from './use-judge.ts'

const words = strings.sources
const STANCES = ['establishment', 'critical', 'unknown'] as const

/** What an analyst sets of a source: letter, camp, stance, owner. It is a judgement, signed and undone like any other. */
export function SourceForm({ source }: { source: Source }) {
  const judging = useJudge()
  const [open, setOpen] = useState(false)
  const camps = useQuery(statusQuery).data?.theatre.camps ?? []
  if (!open) {
    return (
      <button type="button" onClick={() => setOpen(true)}>
        {words.edit}
      </button>
    )
  }
  if (judging.analyst === null) return <Signer judging={judging} />
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    judging.mutation.mutate(
      {
        verdict: 'source',
        on: source.id,
        reason: text('reason') || words.editReason,
        change: {
          reliability: text('reliability') as Source['reliability'],
          camp: text('camp'),
          stance: text('stance') as Source['stance'],
          family: text('family') || null,
        },
      },
      { onSuccess: () => setOpen(false) },
    )
  }
  return (
    <form className="amend" onSubmit={send} aria-label={words.edit}>
      <Pick
        name="reliability"
        label={words.reliability}
        value={source.reliability}
        options={Object.entries(words.reliabilityWords).map(([letter, says]) => [letter, `${letter} ${says}`])}
      />
      <Pick name="camp" label={words.camp} value={source.camp} options={camps.map(({ id, name }) => [id, name])} />
      <Pick
        name="stance"
        label={words.stance}
        value={source.stance}
        options={STANCES.map(stance => [stance, stance])}
      />
      <Text name="family" label={words.family} value={source.family ?? ''} />
      <Text name="reason" label={strings.review.reason} value="" />
      <p className="line-tools">
        <button type="submit" className="main" disabled={judging.mutation.isPending}>
          {words.editSend}
        </button>
        <button type="button" onClick={() => setOpen(false)}>
          {strings.review.cancel}
        </button>
      </p>
      <Outcome judging={judging} />
    </form>
  )
}
