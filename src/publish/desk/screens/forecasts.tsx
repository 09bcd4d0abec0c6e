import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { RecordedClaim } from '#domain'
import { Calibration } from '../forecasts/calibration.tsx'
import { Questions } from '../forecasts/questions.tsx'
import { dateWords } from '../format.ts'
import { claimPages, forecastsQuery, statusQuery } from '../ledger-api.ts'
import { ClaimLine } from '../parts/claim-line.tsx'
import { Pages } from '../parts/pages.tsx'
import { ScreenHead } from '../parts/screen-head.tsx'
import { Answer, Empty } from '../parts/states.tsx'
import { strings } from '../strings/index.ts'

const words = strings.forecasts

/** `/forecasts`: what was said will happen: what lies ahead of the newest day, and what its time has come for. */
export function ForecastsScreen() {
  const { asOf } = useSearch({ from: '__root__' })
  const lastDay = useQuery(statusQuery).data?.lastDay ?? ''
  const today = asOf?.slice(0, 10) ?? lastDay
  const query = useInfiniteQuery(claimPages({ types: 'assessment.forecast', limit: '200', asOf }))
  const none = (
    <Empty title={words.none}>
      <p>{words.noneHow}</p>
    </Empty>
  )
  return (
    <article className="stack">
      <ScreenHead title={words.title} about={words.about} />
      <Answer query={useQuery(forecastsQuery(asOf))}>
        {book => {
          const decided = book.questions.filter(({ resolution }) => resolution.outcome !== 'open')
          const open = book.questions.filter(({ resolution }) => resolution.outcome === 'open')
          return book.questions.length === 0 ? null : (
            <>
              <Questions title={words.openQuestions} cards={open} none={words.openNone} />
              <Questions title={words.resolved} cards={decided} none={words.resolvedNone} />
              <Calibration book={book} />
            </>
          )
        }}
      </Answer>
      <h2>{words.inReports}</h2>
      <p className="quiet">{words.inReportsAbout}</p>
      <Pages query={query} none={none}>
        {claims => {
          const ahead = claims.filter(({ time }) => time.end !== null && time.end > today)
          const undated = claims.filter(claim => claim.time.words === null && !ahead.includes(claim))
          const past = claims.filter(claim => !ahead.includes(claim) && !undated.includes(claim))
          return (
            <>
              <Group title={words.open} claims={ahead} none={words.openNone} />
              <Group title={words.undated} claims={undated} />
              <Group title={words.past} claims={past} />
            </>
          )
        }}
      </Pages>
    </article>
  )
}

function Group({ title, claims, none }: { title: string; claims: readonly RecordedClaim[]; none?: string }) {
  if (claims.length === 0 && none === undefined) return null
  return (
    <section aria-label={title}>
      <h3>
        {title} <small>{claims.length}</small>
      </h3>
      {claims.length === 0 && <p className="quiet">{none}</p>}
      <ul>
        {claims.map(claim => (
          <ClaimLine key={claim.id} claim={claim} more={<Odds claim={claim} />} />
        ))}
      </ul>
    </section>
  )
}

/** The probability the forecaster gives, where it is a number, and the day it is for, where one is named. */
function Odds({ claim: { figures, time } }: { claim: RecordedClaim }) {
  const odds = figures.find(({ measure }) => measure === 'probability')
  const chance = odds?.value ?? odds?.low ?? odds?.high ?? null
  return (
    <>
      {chance !== null && (
        <span className="odds">
          <meter min={0} max={1} value={chance} aria-label={words.number} /> {Math.round(chance * 100)} %
        </span>
      )}
      {time.words !== null && time.end !== null && <span>{words.until(dateWords(time.end))}</span>}
    </>
  )
}
