import type { ControlStep, PlaceCard } from '#publish/api'
import { dateWords } from '../format.ts'
import { strings } from '../strings/index.ts'
import { Holder } from './held-by.tsx'
import { useCampNames, useHolderClass, useHolderNames } from './marks.tsx'

const DAY = 86_400_000
const [WIDTH, ROW] = [720, 34]

interface Row {
  readonly name: string
  readonly isOwn: boolean
  readonly steps: readonly ControlStep[]
}

/** The line of control: one row per claimant over time, Fogline's own first. Colour, pattern and words say the same. */
export function ControlChart({ control }: Pick<PlaceCard, 'control'>) {
  const campName = useCampNames()
  const rows: Row[] = [
    { name: strings.foglinesLine, isOwn: true, steps: control.line },
    ...Object.entries(control.claimants).map(([camp, steps]) => ({ name: campName(camp), isOwn: false, steps })),
  ].filter(({ steps }) => steps.length > 0)
  if (rows.length === 0) return <p className="quiet">{strings.controlNone}</p>
  const changes = rows.flatMap(({ steps }) => steps.map(({ from }) => Date.parse(from)))
  const until = Math.max(Date.parse(control.on), ...changes) + DAY
  const since = Math.min(...firstChanges(rows), until - 14 * DAY) - 3 * DAY
  const x = (time: number) => ((Math.max(time, since) - since) / (until - since)) * WIDTH
  return (
    <figure className="control">
      <div className="control-rows">
        {rows.map(row => (
          <ControlRow key={row.name} row={row} x={x} until={until} />
        ))}
        <Axis since={since} until={until} />
      </div>
      <ControlTable rows={rows} />
    </figure>
  )
}

/** The first change of each row after its opening state, which may lie far back on day one. */
const firstChanges = (rows: readonly Row[]): number[] =>
  rows.flatMap(({ steps }) => steps.slice(steps.length > 1 ? 1 : 0).map(({ from }) => Date.parse(from)))

function ControlRow({ row, x, until }: { row: Row; x: (time: number) => number; until: number }) {
  const [holderClass, holderName] = [useHolderClass(), useHolderNames()]
  return (
    <div className="control-row">
      <span className="control-name">{row.name}</span>
      <svg
        viewBox={`0 0 ${WIDTH} ${ROW}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${row.name}: ${row.steps.map(step => `${step.from} ${holderName(step.holder)}`).join(', ')}`}
      >
        <defs>
          <pattern id="hatch" width="7" height="7" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
            <line x1="0" y1="0" x2="0" y2="7" className="hatch" />
          </pattern>
          <pattern id="lines" width="6" height="6" patternUnits="userSpaceOnUse">
            <line x1="0" y1="3" x2="6" y2="3" className="lines" />
          </pattern>
        </defs>
        {row.steps.map((step, at) => {
          const [from, to] = [x(Date.parse(step.from)), x(Date.parse(row.steps[at + 1]?.from ?? '') || until)]
          return to - from < 0.4 ? null : (
            <g key={step.from} className={isSaid(row, step) ? undefined : 'unsaid'}>
              <rect
                x={from}
                y="3"
                width={Math.max(1.5, to - from - 1.2)}
                height={ROW - 6}
                className={`held ${holderClass(step.holder)}`}
              />
              {holderClass(step.holder) === 'party-2' && (
                <rect x={from} y="3" width={Math.max(1.5, to - from - 1.2)} height={ROW - 6} fill="url(#lines)" />
              )}
              {step.holder === 'contested' && (
                <rect x={from} y="3" width={Math.max(1.5, to - from - 1.2)} height={ROW - 6} fill="url(#hatch)" />
              )}
              <title>{`${dateWords(step.from)}: ${holderName(step.holder)}, ${isSaid(row, step) ? strings.band(step.likelihood) : strings.asBeforeWar}`}</title>
            </g>
          )
        })}
      </svg>
      <ul className="control-words">
        {row.steps.slice(-1).map(step => (
          <li key={step.from}>
            <Holder holder={step.holder} said={isSaid(row, step)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** False for the state before the war, with which Fogline's own line opens where no claim has spoken since. */
const isSaid = ({ isOwn }: Row, { because, against }: ControlStep): boolean =>
  !isOwn || because.length + against.length > 0

function Axis({ since, until }: { since: number; until: number }) {
  const ticks = [0, 0.5, 1].map(share => new Date(since + share * (until - since - DAY)).toISOString().slice(0, 10))
  return (
    <div className="control-axis" aria-hidden="true">
      {ticks.map(tick => (
        <span key={tick}>{dateWords(tick).replace(/^\w+ /, '')}</span>
      ))}
    </div>
  )
}

function ControlTable({ rows }: { rows: readonly Row[] }) {
  return (
    <details className="table-view">
      <summary>{strings.controlTable}</summary>
      <div className="scroll" role="group" aria-label={strings.controlTable} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{strings.by}</th>
              <th scope="col">{strings.from}</th>
              <th scope="col">{strings.heldBy}</th>
              <th scope="col">{strings.likelihood}</th>
              <th scope="col">{strings.basis}</th>
            </tr>
          </thead>
          <tbody>
            {rows.flatMap(row =>
              row.steps.map(step => (
                <tr key={row.name + step.from}>
                  <td>{row.name}</td>
                  <td>
                    <time dateTime={step.from}>{dateWords(step.from)}</time>
                  </td>
                  <td>
                    <Holder holder={step.holder} said={isSaid(row, step)} />
                  </td>
                  <td>
                    {isSaid(row, step)
                      ? `${strings.band(step.likelihood)}, ${strings.confidence(step.confidence)}`
                      : strings.none}
                  </td>
                  <td>{strings.claims(step.because.length)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </details>
  )
}
