import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Ruling } from '#publish/api'
import { judgementsQuery, postJudgement, type SessionCaller, sessionQuery } from '../ledger-api.ts'
import { strings } from '../strings/index.ts'

const words = strings.review

type Spread<Union> = Union extends unknown ? Omit<Union, 'analyst'> : never
/** A ruling before it is signed. */
export type Unsigned = Spread<Ruling>

/** What is handed in: a ruling, or the wish to take back one's last, which is looked up when its turn comes. */
type Handed = Unsigned | 'undo last'

const JUDGING = ['judging']

/**
 * Who is signed in, null for nobody or while it is not known, and a way to hand in judgements in that name. They go one
 * after the other, in the order they were handed in, so that nothing is lost while one is still being reckoned with.
 */
export function useJudge() {
  const client = useQueryClient()
  const caller = useQuery(sessionQuery).data?.caller ?? null
  const analyst = caller !== null && mayJudge(caller) ? caller.name : null
  const mutation = useMutation({
    mutationKey: JUDGING,
    scope: { id: 'judging' },
    mutationFn: async (handed: Handed) => {
      if (analyst === null) throw new Error('a judgement is signed: expected somebody who may judge, found nobody')
      const ruling = handed === 'undo last' ? { ...UNDO, on: await lastOf(analyst) } : handed
      return postJudgement({ ...ruling, analyst })
    },
    // A judgement moves beliefs, disputes and lines of control: everything shown is asked for anew.
    onSuccess: () => client.invalidateQueries(),
  })
  const waiting = useMutationState({
    filters: { mutationKey: JUDGING, status: 'pending' },
    select: ({ state }) => state.variables as Handed,
  })

  /** The analyst's newest judgement that stands. Throws where there is none. */
  async function lastOf(name: string): Promise<string> {
    const { judgements } = await client.fetchQuery({ ...judgementsQuery(undefined), staleTime: 0 })
    const mine = judgements.findLast(
      ({ analyst, state, verdict }) => analyst === name && state === 'stands' && verdict !== 'undo',
    )
    if (!mine) throw new Error(words.nothingToUndo)
    return mine.id
  }
  return { caller, analyst, mutation, waiting, mayJudge: analyst !== null }
}
export type Judging = ReturnType<typeof useJudge>

const UNDO = { verdict: 'undo', change: null, reason: words.reasons.undo } as const
/** Takes one named judgement back. */
export const undoOf = (judgement: string): Unsigned => ({ ...UNDO, on: judgement })

/** As the gate has it: both the role and the key must reach to judging. */
const mayJudge = ({ role, scope }: SessionCaller): boolean => role !== 'reader' && scope !== 'read'
