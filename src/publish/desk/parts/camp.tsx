import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '../ledger-api.ts'

interface CampLook {
  readonly name: string
  /** Class that sets the colour, and which shape says the same: a party a disc, who backs it a ring, bystanders a diamond. */
  readonly hue: string
  readonly shape: 'disc' | 'ring' | 'diamond' | 'dash'
}

/** How a camp is named and drawn, from the theatre: colour by its party, shape by its part in the war. */
export function useCampLook(): (camp: string) => CampLook {
  const theatre = useQuery(statusQuery).data?.theatre
  return camp => {
    const known = theatre?.camps.find(({ id }) => id === camp)
    const name = known?.name ?? camp
    const party = theatre?.parties.findIndex(({ id }) => id === known?.party) ?? -1
    if (known && party >= 0) return { name, hue: `camp-${party + 1}`, shape: known.ally ? 'ring' : 'disc' }
    if (camp === 'unknown') return { name, hue: 'camp-unknown', shape: 'dash' }
    return { name, hue: 'camp-third', shape: 'diamond' }
  }
}

/** A camp by colour, shape and name. */
export function Camp({ camp, name }: { camp: string; name?: string }) {
  const look = useCampLook()(camp)
  return (
    <span className={`camp ${look.hue}`} title={name === undefined ? undefined : look.name}>
      <CampShape shape={look.shape} />
      {name ?? look.name}
      {name !== undefined && <span className="hidden"> ({look.name})</span>}
    </span>
  )
}

/** The shape alone, in the colour of its surroundings' `--camp`. */
export function CampShape({ shape }: Pick<CampLook, 'shape'>) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      {shape === 'disc' && <circle cx="6" cy="6" r="5" fill="var(--camp)" />}
      {shape === 'ring' && <circle cx="6" cy="6" r="4" fill="none" stroke="var(--camp)" strokeWidth="2.6" />}
      {shape === 'diamond' && <path d="M6 .5 11.5 6 6 11.5 .5 6Z" fill="var(--camp)" />}
      {shape === 'dash' && <path d="M1 6h10" stroke="var(--camp)" strokeWidth="2.6" strokeDasharray="3 1.6" />}
    </svg>
  )
}
