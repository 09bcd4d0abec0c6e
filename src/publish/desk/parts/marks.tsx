import { useQuery } from '@tanstack/react-query'
import type { Band, BriefingItem, Confidence } from '#domain'
import { statusQuery } from '../ledger-api.ts'
import { strings } from '../strings/index.ts'
import { Camp } from './camp.tsx'

const STEPS: readonly Band[] = [
  'remote',
  'highly-unlikely',
  'unlikely',
  'realistic-possibility',
  'likely',
  'highly-likely',
  'almost-certain',
]

/** Fogline's likelihood in words, with its place on the seven steps of the yardstick drawn beside them. */
export function Likelihood({ likelihood, confidence }: { likelihood: Band; confidence: Confidence }) {
  const at = STEPS.indexOf(likelihood)
  return (
    <span className="likelihood">
      <svg viewBox="0 0 42 10" width="42" height="10" aria-hidden="true">
        {STEPS.map((step, index) => (
          <rect
            key={step}
            x={index * 6}
            y={index === at ? 0 : 3}
            width="4.6"
            height={index === at ? 10 : 4}
            rx="1"
            className={index === at ? 'step here' : 'step'}
          />
        ))}
      </svg>
      <span>
        <b>{strings.band(likelihood)}</b>
        <span className="confidence">, {strings.confidence(confidence)}</span>
      </span>
    </span>
  )
}

/** The name of a camp as people read it. */
export function useCampNames(): (camp: string) => string {
  const camps = useQuery(statusQuery).data?.theatre.camps ?? []
  return camp => camps.find(({ id }) => id === camp)?.name ?? camp
}

/** The name of who holds a place: a party, `contested`, `unknown`. */
export function useHolderNames(): (holder: string) => string {
  const parties = useQuery(statusQuery).data?.theatre.parties ?? []
  return holder =>
    holder === 'contested' || holder === 'unknown'
      ? strings.holder[holder]
      : (parties.find(({ id }) => id === holder)?.name ?? holder)
}

/** A class for a holder's colour and pattern: the parties of the theatre in their order, contested, unknown. */
export function useHolderClass(): (holder: string) => string {
  const parties = useQuery(statusQuery).data?.theatre.parties ?? []
  return holder =>
    holder === 'contested' || holder === 'unknown'
      ? holder
      : `party-${parties.findIndex(({ id }) => id === holder) + 1}`
}

/** The marks under a line: likelihood, origins, camps, dispute, change. Each says in words what its colour shows. */
export function Marks({ item }: { item: BriefingItem }) {
  return (
    <p className="marks">
      {item.likelihood && item.confidence && <Likelihood likelihood={item.likelihood} confidence={item.confidence} />}
      <span>{strings.origin(item.origins)}</span>
      {item.camps.map(camp => (
        <Camp key={camp} camp={camp} />
      ))}
      {item.disputed && <span className="mark disputed">{strings.disputed}</span>}
      {item.changed && (
        <span className="mark changed">
          {item.changed.kind === 'new' ? strings.isNew : strings.changed(item.changed.was)}
        </span>
      )}
    </p>
  )
}
