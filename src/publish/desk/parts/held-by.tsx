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
}: {
  holder: string
  likelihood: Band | null
  confidence: Confidence | null
  since: string | null
}) {
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

/** The holder alone: its swatch and its name. */
export function Holder({ holder }: { holder: string }) {
  const [name, look] = [useHolderNames()(holder), useHolderClass()(holder)]
  return (
    <span className="holder">
      <i className={`swatch ${look}`} aria-hidden="true" />
      {name}
    </span>
  )
}
