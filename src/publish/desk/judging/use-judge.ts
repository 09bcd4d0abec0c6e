import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Ruling } from '#publish/api'
import { postJudgement, type SessionCaller, sessionQuery } from '../ledger-api.ts'

type Spread<Union> = Union extends unknown ? Omit<Union, 'analyst'> : never
/** A ruling before it is signed. */
export type Unsigned = Spread<Ruling>

/** Who is signed in, null for nobody or while it is not known, and a way to hand in judgements in that name. */
export function useJudge() {
  const client = useQueryClient()
  const caller = useQuery(sessionQuery).data?.caller ?? null
  const analyst = caller !== null && mayJudge(caller) ? caller.name : null
  const mutation = useMutation({
    mutationFn: (ruling: Unsigned) => {
      if (analyst === null) throw new Error('a judgement is signed: expected somebody who may judge, found nobody')
      return postJudgement({ ...ruling, analyst })
    },
    // A judgement moves beliefs, disputes and lines of control: everything shown is asked for anew.
    onSuccess: () => client.invalidateQueries(),
  })
  return { caller, analyst, mutation, isReady: analyst !== null && !mutation.isPending }
}
export type Judging = ReturnType<typeof useJudge>

/** As the gate has it: both the role and the key must reach to judging. */
const mayJudge = ({ role, scope }: SessionCaller): boolean => role !== 'reader' && scope !== 'read'
