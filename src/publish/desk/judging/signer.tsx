import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { signIn, signOut } from '../ledger-api.ts'
import { strings } from '../strings/index.ts'
import type { Judging } from './use-judge.ts'

const words = strings.review

/** In whose name judgements are made: who is signed in, with a way out, or a way in. */
export function Signer({ judging: { caller, analyst } }: { judging: Judging }) {
  const client = useQueryClient()
  const out = useMutation({ mutationFn: signOut, onSuccess: () => client.invalidateQueries() })
  if (caller === null) return <SignIn />
  return (
    <div className="signer">
      <p>
        {words.signedIn} <b>{caller.name}</b>
        {analyst === null && ` · ${words.readsOnly}`}
      </p>
      <button type="button" disabled={out.isPending} onClick={() => out.mutate()}>
        {words.signOut}
      </button>
    </div>
  )
}

function SignIn() {
  const client = useQueryClient()
  const mutation = useMutation({ mutationFn: signIn, onSuccess: () => client.invalidateQueries() })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '')
    mutation.mutate({ name: text('name').trim(), password: text('password') })
  }
  return (
    <form className="signer" onSubmit={send} aria-label={words.signIn}>
      <label className="choice">
        <span>{words.analyst}</span>
        <input name="name" type="text" required autoComplete="username" />
      </label>
      <label className="choice">
        <span>{words.password}</span>
        <input name="password" type="password" required autoComplete="current-password" />
      </label>
      <button type="submit" className="main" disabled={mutation.isPending}>
        {words.signIn}
      </button>
      <p className="quiet">
        {words.signInFirst} <code>fogline user add NAME --role analyst</code>
      </p>
      {mutation.isError && (
        <p className="refused" role="alert">
          {mutation.error.message}
        </p>
      )}
    </form>
  )
}
