import { type FormEvent, useId } from 'react'
import type { ClaimType, RecordedClaim, Stance } from '#domain'
import { type Certainty, CLAIM_TYPE_LIST, STANCE_LIST } from '../codebook.ts'
import { strings } from '../strings/index.ts'
import { Pick, Text } from './fields.tsx'
import type { Unsigned } from './use-judge.ts'

const words = strings.review

/** The fields an analyst may read otherwise; only those changed are sent, and the words themselves never change. */
export function AmendForm({
  claim,
  isBusy,
  onSend,
  onCancel,
}: {
  claim: RecordedClaim
  isBusy: boolean
  onSend: (ruling: Unsigned) => void
  onCancel: () => void
}) {
  const id = useId()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    onSend({
      verdict: 'amend',
      on: claim.id,
      reason: text('reason') || words.reasons.amend,
      change: changeOf(claim, text),
    })
  }
  return (
    <form className="amend" onSubmit={send} aria-labelledby={id}>
      <h3 id={id}>{words.amendTitle}</h3>
      <Pick name="type" label={strings.type} value={claim.type} options={CLAIM_TYPE_LIST.map(type => [type, type])} />
      <Pick
        name="stance"
        label={words.stance}
        value={claim.stance}
        options={STANCE_LIST.map(stance => [stance, strings.stance[stance]])}
      />
      <Pick
        name="certainty"
        label={strings.certaintyLabel}
        value={claim.certainty}
        options={Object.entries(strings.certaintyNames)}
      />
      <Text name="agent" label={strings.agent} value={claim.agent ?? ''} />
      <Text name="target" label={strings.target} value={claim.target ?? ''} />
      <Text name="start" label={words.happenedFrom} value={claim.time.start ?? ''} type="date" />
      <Text name="end" label={words.happenedTo} value={claim.time.end ?? ''} type="date" />
      <Text name="reason" label={words.reason} value="" />
      <p className="line-tools">
        <button type="submit" className="main" disabled={isBusy}>
          {words.amendSend}
        </button>
        <button type="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </p>
    </form>
  )
}

type AmendChange = Extract<Unsigned, { verdict: 'amend' }>['change']

function changeOf(claim: RecordedClaim, text: (name: string) => string): AmendChange {
  const agent = text('agent') || null
  const target = text('target') || null
  const [start, end] = [text('start') || null, text('end') || text('start') || null]
  const time = { ...claim.time, start, end } as RecordedClaim['time']
  const type = text('type') as ClaimType
  const stance = text('stance') as Stance
  const certainty = text('certainty') as Certainty
  return {
    ...(type === claim.type ? {} : { type }),
    ...(stance === claim.stance ? {} : { stance }),
    ...(certainty === claim.certainty ? {} : { certainty }),
    ...(agent === claim.agent ? {} : { agent }),
    ...(target === claim.target ? {} : { target }),
    ...(start === claim.time.start && end === claim.time.end ? {} : { time }),
  }
}
