import { Link } from '@tanstack/react-router'
import type { Figure } from '#domain'
import { asOfOnly } from '../as-of-search.ts'
import { amountWords, dateWords } from '../format.ts'
import { Camp } from '../parts/camp.tsx'
import { strings } from '../strings/index.ts'
import { toCsv } from './series.ts'

const words = strings.figuresScreen
const MOST = 200

/** The figures as a table, newest first; each opens on the claim that gives it. What is counted is told where it is not one thing. */
export function FigureTable({ figures, name, title }: { figures: readonly Figure[]; name: string; title: string }) {
  const mixed = figures.some(({ measure }) => measure !== figures[0]?.measure)
  const download = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([toCsv(figures)], { type: 'text/csv;charset=utf-8' }))
    link.download = `${name}.csv`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  const corrected = new Set(figures.flatMap(({ replaces }) => replaces ?? []))
  return (
    <section aria-labelledby="figures-heading">
      <h2 id="figures-heading">
        {title} <small>{figures.length}</small>
      </h2>
      <p>
        <button type="button" onClick={download}>
          {words.csv}
        </button>
      </p>
      <div className="scroll" role="group" aria-labelledby="figures-heading" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              {mixed && <th scope="col">{words.measure}</th>}
              <th scope="col" className="number">
                {words.value}
              </th>
              <th scope="col" className="number">
                {words.change}
              </th>
              <th scope="col">{words.subject}</th>
              <th scope="col">{words.claimant}</th>
              <th scope="col">{words.flag}</th>
            </tr>
          </thead>
          <tbody>
            {figures.slice(0, MOST).map(figure => (
              <Row key={figure.id} figure={figure} corrected={corrected.has(figure.id)} mixed={mixed} />
            ))}
          </tbody>
        </table>
      </div>
      {figures.length > MOST && <p className="quiet">{strings.stories.and(figures.length - MOST)}</p>}
    </section>
  )
}

function Row({ figure, corrected, mixed }: { figure: Figure; corrected: boolean; mixed: boolean }) {
  return (
    <tr>
      <td>
        <time dateTime={figure.happened}>{dateWords(figure.happened)}</time>
      </td>
      {mixed && <td>{figure.measure}</td>}
      <td className="number">
        <Link to="/claim/$id" params={{ id: figure.because[0] ?? '' }} search={asOfOnly}>
          {amountWords(figure)}
        </Link>
      </td>
      <td className="number">
        {figure.change === null
          ? ''
          : `${figure.change < 0 ? '−' : '+'}${Math.abs(figure.change).toLocaleString('en-GB')}`}
      </td>
      <td>{figure.subject ?? strings.none}</td>
      <td>
        <Camp camp={figure.camp} name={figure.claimant} />
      </td>
      <td>
        {figure.flags.map(({ rule, reason }) => (
          <span key={rule + reason} className="mark disputed flag" title={reason}>
            {rule}
          </span>
        ))}
        {corrected && ' '}
        {corrected && <span className="quiet">{words.corrected}</span>}
      </td>
    </tr>
  )
}
