import type { Band, Confidence } from '#domain'
import { dateWords } from '../format.ts'
import { strings } from '../strings/index.ts'
import { Likelihood, useHolderClass, useHolderNames } from './marks.tsx'

/** Who holds a place, by colour, pattern and name, with how likely and since when. */
export function HeldBy({
  holder,
  likelihood,
  confidence,
  since,
  said,
}: {
  holder: string
  likelihood: Band | null
  confidence: Confidence | null
  since: string | null
  /** False where no report has spoken of it. */
  said: boolean
}) {
  if (!said && since) {
    return (
      <p className="held-now">
        <Holder holder={holder} said={false} /> <span className="unsaid-words">{strings.asBeforeWar}</span>
      </p>
    )
  }
  return (
    <p className="held-now">
      <Holder holder={holder} />
      {likelihood && confidence && since && (
        <>
          {' '}
          <Likelihood likelihood={likelihood} confidence={confidence} />{' '}
          <span className="quiet">{strings.since(dateWords(since))}</span>
        </>
      )}
    </p>
  )
}

/** The holder alone: its swatch and its name; pale, and said to be from before the war, where no report has spoken of it. */
export function Holder({ holder, said = true }: { holder: string; said?: boolean }) {
  const [name, look] = [useHolderNames()(holder), useHolderClass()(holder)]
  return (
    <span className={said ? 'holder' : 'holder unsaid'}>
      <i className={`swatch ${look}`} aria-hidden="true" />
      {name}
      {!said && <small> {strings.beforeWar}</small>}
    </span>
  )
}
