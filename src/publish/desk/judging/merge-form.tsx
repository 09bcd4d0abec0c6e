import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useId } from 'react'
import type { RecordedClaim } from '#domain'
import { claimQuery, claimsQuery } from '../ledger-api.ts'
import { ClaimMarks } from '../parts/claim-line.tsx'
import { strings } from '../strings/index.ts'
import type { Unsigned } from './use-judge.ts'

const words = strings.review

/** Claims of the same place and kind that stand in other events; choosing one joins its event with this claim's. */
export function MergeForm({
  claim,
  onSend,
  onCancel,
}: {
  claim: RecordedClaim
  onSend: (ruling: Unsigned) => void
  onCancel: () => void
}) {
  const { asOf } = useSearch({ from: '__root__' })
  const id = useId()
  const place = claim.places.find(({ id }) => id !== null)?.id ?? undefined
  const own = useQuery(claimQuery(claim.id, asOf)).data
  const near = useQuery(
    claimsQuery({ place, family: claim.type.split('.')[0], ...(place ? {} : { holder: claim.holder.name }), asOf }),
  )
  const inEvent = new Set([claim.id, ...(own?.others.map(({ id }) => id) ?? [])])
  const candidates = near.data?.rows.filter(other => !inEvent.has(other.id)).slice(0, 12)
  return (
    <section className="amend" aria-labelledby={id}>
      <h3 id={id}>{words.mergeTitle}</h3>
      {candidates?.length === 0 && <p className="quiet">{words.mergeNone}</p>}
      {near.isPending && <p role="status">{strings.loading}</p>}
      <ul>
        {candidates?.map(other => (
          <li key={other.id} className="line">
            <div className="line-row">
              <button
                type="button"
                className="plain line-text"
                onClick={() =>
                  onSend({ verdict: 'merge', on: claim.id, change: { with: other.id }, reason: words.reasons.merge })
                }
              >
                “{other.text}”
              </button>
              <ClaimMarks claim={other} />
            </div>
          </li>
        ))}
      </ul>
      <button type="button" onClick={onCancel}>
        {words.cancel}
      </button>
    </section>
  )
}
