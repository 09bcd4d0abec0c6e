import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Article, Instant, Reconciled, RecordedClaim } from '#domain'
import type { Gathered } from '#gather'
import { gather, linkEditions } from '#gather'
import { readArticle } from '#read'
import { openGrammar } from '#read/model'
import { reconcile } from '#reconcile'
import { loadTheatre, openGazetteer } from '#theatre'

/** One folder a news case: `reports/` in, `claims.md` and `world.md` out, `NOTE.md` says why the case exists. */
const HERE = import.meta.dirname
const theatre = loadTheatre('ukraine')
const context = { theatre, gazetteer: openGazetteer(), grammar: openGrammar() }
const now = '2025-01-01T00:00:00.000Z' as Instant

async function walk(slug: string) {
  const gathered: Gathered[] = []
  for await (const item of gather([join(HERE, slug, 'reports')], { now, sources: theatre.sources })) gathered.push(item)
  const { fresh: articles } = linkEditions(
    gathered.map(item => item.article),
    [],
  )
  const claims = articles.flatMap(article => {
    const source = gathered.find(item => item.article.id === article.id)?.source
    if (!source) throw new Error('expected every article to come from a gathered report')
    return readArticle(article, context).claims.map(
      (claim): RecordedClaim => ({
        ...claim,
        article: article.id,
        source: source.id,
        outlet: article.outlet,
        family: source.family ?? source.id,
        reliability: source.reliability,
        said: article.publishedAt,
        learned: article.publishedAt,
        copyOf: article.copyOf,
        revisionOf: article.revisionOf,
      }),
    )
  })
  return {
    articles,
    claims,
    world: reconcile({ articles, claims, judgements: [], theatre, sources: gathered.map(item => item.source) }),
  }
}

const figures = (claim: RecordedClaim) =>
  claim.figures.map(
    ({ measure, value, low, high, of, change }) =>
      `${measure} ${value ?? `${low ?? ''}..${high ?? ''}`}${of === null ? '' : ` of ${of}`}${change === null ? '' : ` (${change > 0 ? '+' : ''}${change})`}`,
  )

/** The claims as a person reviews them. */
const claimsPage = (articles: readonly Article[], claims: readonly RecordedClaim[]): string =>
  articles
    .map(article =>
      [
        `## ${article.outlet ?? 'unknown outlet'}, ${article.publishedAt.slice(0, 16)}${article.copyOf ? ' (a copy)' : ''}${article.revisionOf ? ' (a later edition)' : ''}`,
        ...claims
          .filter(claim => claim.article === article.id)
          .map(claim =>
            [
              `- **${claim.type}** “${claim.text.replace(/\s+/g, ' ')}”`,
              `  ${claim.chain.join(' → ')} (${claim.holder.kind}, ${claim.holder.camp}) ${claim.stance}, ${claim.certainty}${claim.againstInterest ? ', against interest' : ''}`,
              `  ${claim.agent ?? '–'} → ${claim.target ?? '–'}; ${claim.places.map(place => `${place.name} ${place.role}${place.part ? ` (${place.part})` : ''}`).join(', ') || 'no place'}; ${claim.time.start} ${claim.time.tense}; ${figures(claim).join('; ') || 'no figure'}`,
            ].join('\n'),
          ),
      ].join('\n'),
    )
    .join('\n\n') + '\n'

/** What the claims make of the world, as a person reviews it. */
const worldPage = (claims: readonly RecordedClaim[], world: Reconciled): string => {
  const words = (id: string) => `“${claims.find(claim => claim.id === id)?.text.replace(/\s+/g, ' ')}”`
  const list = (lines: readonly string[]) => (lines.length ? lines.join('\n') : '(none)')
  return (
    [
      `# Stories\n${list(world.stories.map(story => `- ${story.headline} (${story.articles.length})`))}`,
      `# Beliefs\n${list(world.beliefs.map(belief => `- ${belief.likelihood}, ${belief.confidence} confidence, ${belief.origins} origins (${belief.camps.join(', ')}): “${belief.says.replace(/\s+/g, ' ')}”; for ${belief.because.length}, against ${belief.against.length}`))}`,
      `# Disputes\n${list(world.disputes.map(dispute => [`- ${dispute.question} (${dispute.status})`, ...dispute.positions.map(position => `  - ${position.camp} ${position.stance}, ${position.origins} origins: ${position.claims.map(words).join('; ')}`)].join('\n')))}`,
      `# Figures\n${list(world.figures.map(figure => `- ${figure.happened} ${figure.measure} of ${figure.subject ?? '–'} by ${figure.claimant}: ${figure.value ?? `${figure.low ?? ''}..${figure.high ?? ''}`}${figure.of === null ? '' : ` of ${figure.of}`}${figure.series ? ` (${figure.series})` : ''}${figure.flags.map(flag => ` [${flag.rule}]`).join('')}`))}`,
      `# Control\n${list(world.control.filter(step => step.because.length > 0).map(step => `- ${step.place}${step.part ? ` (${step.part})` : ''} ${step.claimant ?? 'Fogline'} from ${step.from}: ${step.holder}, ${step.likelihood}, ${step.confidence} confidence`))}`,
    ].join('\n\n') + '\n'
  )
}

const slugs = readdirSync(HERE, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)

describe.each(slugs)('%s', slug => {
  it('reads and reconciles as reviewed', async () => {
    const { articles, claims, world } = await walk(slug)
    await expect(claimsPage(articles, claims)).toMatchFileSnapshot(join(HERE, slug, 'claims.md'))
    await expect(worldPage(claims, world)).toMatchFileSnapshot(join(HERE, slug, 'world.md'))
  })
})
