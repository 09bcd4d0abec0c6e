import { useState } from 'react'
import type { RecordedClaim } from '#domain'
import type { Account as AccountAnswer } from '#publish/api'
import { Camp } from '../parts/camp.tsx'
import { ClaimLine } from '../parts/claim-line.tsx'
import { strings } from '../strings/index.ts'

const words = strings.stories

type Item = AccountAnswer['facts'][number]
interface Given {
  readonly claims: readonly RecordedClaim[]
}

/** What the story tells, parted by who accepts it: facts, each camp's line, what is disputed, what is forecast. */
export function Account({ account, claims }: Given & { account: AccountAnswer | null }) {
  if (account === null) return <p className="quiet">{words.accountNone}</p>
  const { facts, lines, disputed, forecasts } = account
  return (
    <>
      <Part title={words.facts} about={words.factsAbout} none={words.factsNone} items={facts} claims={claims} />
      <section aria-label={words.lines}>
        <h2>{words.lines}</h2>
        <p className="quiet">{words.linesAbout}</p>
        {lines.map(({ camp, items }) => (
          <div key={camp} className="side">
            <h3>
              <Camp camp={camp} /> <small>{items.length}</small>
            </h3>
            <Items items={items} claims={claims} />
          </div>
        ))}
        {lines.length === 0 && <p className="quiet">{words.linesNone}</p>}
      </section>
      {forecasts.length > 0 && <Part title={words.forecasts} items={forecasts} claims={claims} />}
      {disputed.length > 0 && <Part title={words.disputed} items={disputed} claims={claims} />}
    </>
  )
}

function Part({
  title,
  about,
  none,
  items,
  claims,
}: Given & { title: string; about?: string; none?: string; items: readonly Item[] }) {
  return (
    <section aria-label={title}>
      <h2>
        {title} <small>{items.length}</small>
      </h2>
      {about !== undefined && <p className="quiet">{about}</p>}
      {items.length === 0 && <p className="quiet">{none}</p>}
      <Items items={items} claims={claims} />
    </section>
  )
}

function Items({ items, claims }: Given & { items: readonly Item[] }) {
  return (
    <ul>
      {items.map(item => (
        <ItemLine key={item.event ?? item.says} item={item} claims={claims} />
      ))}
    </ul>
  )
}

/** One thing the story tells, in the words of a report; it opens on the claims it stands on. */
function ItemLine({ item, claims }: Given & { item: Item }) {
  const [open, setOpen] = useState(false)
  return (
    <li className="line">
      <details onToggle={event => event.target === event.currentTarget && setOpen(event.currentTarget.open)}>
        <summary>
          <span className="line-text">“{item.says}”</span>
          <span className="marks">
            <span>{strings.origin(item.origins)}</span>
            {item.camps.map(camp => (
              <Camp key={camp} camp={camp} />
            ))}
          </span>
        </summary>
        {open && (
          <ul className="inner-claims">
            {claims
              .filter(({ id }) => item.claims.includes(id))
              .map(claim => (
                <ClaimLine key={claim.id} claim={claim} />
              ))}
          </ul>
        )}
      </details>
    </li>
  )
}
