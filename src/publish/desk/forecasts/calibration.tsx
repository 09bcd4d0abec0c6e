import * as Plot from '@observablehq/plot'
import { useMemo, useState } from 'react'
import type { ForecastBook } from '#publish/api'
import { PlotBox } from '../figures/plot-box.tsx'
import { Camp } from '../parts/camp.tsx'
import { Choice } from '../parts/choice.tsx'
import { strings } from '../strings/index.ts'

const words = strings.forecasts

type Score = ForecastBook['scores'][number]

/** How each forecaster did on what has been decided, and whether what was called likely came true as often as the word says. */
export function Calibration({ book }: { book: ForecastBook }) {
  const [forecaster, setForecaster] = useState('')
  const decided = book.scores.filter(({ resolved }) => resolved > 0)
  return (
    <section aria-labelledby="calibration-heading">
      <h2 id="calibration-heading">{words.calibration}</h2>
      {decided.length === 0 ? (
        <p className="quiet">{words.calibrationNone}</p>
      ) : (
        <>
          <p className="quiet">{words.calibrationAbout}</p>
          <Choice
            label={words.forecaster}
            value={forecaster}
            options={[['', words.everybody], ...decided.map(({ forecaster }) => [forecaster, forecaster] as const)]}
            onChange={setForecaster}
          />
          <CalibrationPlot
            bands={book.bands}
            scores={decided.filter(score => forecaster === '' || score.forecaster === forecaster)}
          />
        </>
      )}
      <Scores scores={book.scores} />
    </section>
  )
}

/** For each band the range its words stand for, as a bar, and as a dot how many of the forecasts in it came true. */
function CalibrationPlot({ bands, scores }: { bands: ForecastBook['bands']; scores: readonly Score[] }) {
  const rows = useMemo(
    () =>
      bands.map(({ band, low, high }) => {
        const own = scores.flatMap(({ calibration }) => calibration.filter(each => each.band === band))
        const sum = (of: (each: (typeof own)[number]) => number) => own.reduce((total, each) => total + of(each), 0)
        return {
          name: strings.band(band),
          low,
          high,
          forecasts: sum(each => each.forecasts),
          yes: sum(each => each.yes),
        }
      }),
    [bands, scores],
  )
  const met = useMemo(() => rows.filter(({ forecasts }) => forecasts > 0), [rows])
  const options = useMemo(
    () => ({
      height: 260,
      marginLeft: 48,
      marginBottom: 40,
      x: { domain: rows.map(({ name }) => name), label: null, tickFormat: (name: string) => name.replace(' ', '\n') },
      y: { domain: [0, 1], percent: false, grid: true, label: null, tickFormat: (share: number) => `${share * 100} %` },
      marks: [
        Plot.barY(rows, { x: 'name', y1: 'low', y2: 'high', fill: 'var(--accent)', fillOpacity: 0.2, inset: 6 }),
        Plot.dot(met, { x: 'name', y: (row: Row) => row.yes / row.forecasts, r: 6, fill: 'var(--ink)' }),
        Plot.text(met, {
          x: 'name',
          y: (row: Row) => row.yes / row.forecasts,
          text: (row: Row) => words.of(row.yes, row.forecasts),
          dx: 12,
          textAnchor: 'start',
          fill: 'var(--ink)',
        }),
      ],
    }),
    [rows, met],
  )
  return (
    <>
      <PlotBox options={options} label={words.calibrationLabel} />
      <ul className="hidden">
        {met.map(({ name, forecasts, yes }) => (
          <li key={name}>
            {name}: {words.of(yes, forecasts)}
          </li>
        ))}
      </ul>
    </>
  )
}
type Row = { readonly yes: number; readonly forecasts: number }

function Scores({ scores }: { scores: readonly Score[] }) {
  const range = (score: Score['brier']) =>
    score === null
      ? strings.none
      : score.low === score.high
        ? score.low.toFixed(3)
        : `${score.low.toFixed(3)} – ${score.high.toFixed(3)}`
  return (
    <div className="scroll" role="group" aria-label={words.scores} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {[words.forecaster, words.count, words.decided, words.brier, words.log].map((head, at) => (
              <th key={head} scope="col" className={at > 0 ? 'number' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scores.map(({ forecaster, camp, forecasts, resolved, brier, log }) => (
            <tr key={forecaster + camp}>
              <td>
                <Camp camp={camp} name={forecaster} />
              </td>
              <td className="number">{forecasts}</td>
              <td className="number">{resolved}</td>
              <td className="number">{range(brier)}</td>
              <td className="number">{range(log)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
