import { Link } from '@tanstack/react-router'
import type { ArticleHead } from '#publish/api'
import { asOfOnly } from '../as-of-search.ts'
import { momentWords } from '../format.ts'
import { strings } from '../strings/index.ts'

const words = strings.stories
const [WIDTH, HEIGHT, EDGE] = [400, 28, 8]

/** When each report of a story was published, on one line; the same is listed below, oldest first. */
export function Telling({ articles }: { articles: readonly ArticleHead[] }) {
  const told = [...articles].sort((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1))
  const [first, last] = [told[0], told.at(-1)]
  if (!first || !last) return null
  const [from, to] = [Date.parse(first.publishedAt), Date.parse(last.publishedAt)]
  const x = (moment: string) => EDGE + ((Date.parse(moment) - from) / Math.max(1, to - from)) * (WIDTH - 2 * EDGE)
  return (
    <section aria-labelledby="telling-heading">
      <h2 id="telling-heading">
        {words.timeline} <small>{strings.reports(told.length)}</small>
      </h2>
      {told.length > 2 && (
        <>
          <svg className="telling" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
            <path d={`M0 14H${WIDTH}`} />
            {told.map(article => (
              <circle
                key={article.id}
                cx={x(article.publishedAt)}
                cy={14}
                r="5.5"
                className={article.copyOf === null ? 'own' : 'copy'}
              >
                <title>{`${article.outlet ?? ''} ${momentWords(article.publishedAt)}`}</title>
              </circle>
            ))}
          </svg>
          <p className="ends">
            <time dateTime={first.publishedAt}>{momentWords(first.publishedAt)}</time>
            <time dateTime={last.publishedAt}>{momentWords(last.publishedAt)}</time>
          </p>
          <p className="quiet">{words.timelineAbout}</p>
        </>
      )}
      <ul className="entries">
        {told.map(article => (
          <li key={article.id} className="entry small">
            <Link to="/report/$id" params={{ id: article.id }} search={asOfOnly}>
              {article.title ?? article.url ?? article.id}
            </Link>
            <p className="quiet">
              {article.outlet ?? strings.none} ·{' '}
              <time dateTime={article.publishedAt}>{momentWords(article.publishedAt)}</time>
              {article.copyOf !== null && ` · ${words.copyOf}`}
              {article.revisionOf !== null && ` · ${words.revision}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
