import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { Story } from '#domain'
import { asOfOnly } from '../as-of-search.ts'
import { dateWords } from '../format.ts'
import { storyPages } from '../ledger-api.ts'
import { Pages } from '../parts/pages.tsx'
import { ScreenHead } from '../parts/screen-head.tsx'
import { strings } from '../strings/index.ts'

const words = strings.stories

/** `/stories`: what is being told, newest first. */
export function StoriesScreen() {
  const { asOf } = useSearch({ from: '__root__' })
  const query = useInfiniteQuery(storyPages({ asOf }))
  return (
    <article>
      <ScreenHead title={words.title} about={words.about} />
      <Pages query={query} none={words.none}>
        {stories => (
          <ul className="entries">
            {stories.map(story => (
              <StoryEntry key={story.id} story={story} />
            ))}
          </ul>
        )}
      </Pages>
    </article>
  )
}

function StoryEntry({ story: { id, headline, articles, claims, firstSaid, lastSaid } }: { story: Story }) {
  return (
    <li className="entry">
      <Link to="/story/$id" params={{ id }} search={asOfOnly}>
        {headline}
      </Link>
      <p className="quiet">
        {strings.reports(articles.length)} · {strings.claims(claims.length)} ·{' '}
        <time dateTime={lastSaid}>{words.between(dateWords(firstSaid), dateWords(lastSaid))}</time>
      </p>
    </li>
  )
}
