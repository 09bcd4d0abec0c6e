import type { ReactNode } from 'react'
import { strings } from '../strings/index.ts'

/** The head of a screen: its title, in the tab too, and one sentence on what it shows. */
export function ScreenHead({ title, about, children }: { title: string; about?: string; children?: ReactNode }) {
  return (
    <header className="screen-head">
      <title>{`${title} – ${strings.title}`}</title>
      <h1>{title}</h1>
      {about !== undefined && <p>{about}</p>}
      {children}
    </header>
  )
}
