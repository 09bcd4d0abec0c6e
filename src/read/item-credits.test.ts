import { describe, expect, it } from 'vitest'
import type { Instant } from '#domain'
import { loadTheatre } from '#theatre'
import { openGrammar } from './model/open-grammar.ts'
import { readArticle } from './read-article.ts'

const context = { theatre: loadTheatre('ukraine'), gazetteer: null, grammar: openGrammar() }
const claimsOf = (text: string) => {
  const report = {
    title: null,
    outlet: 'River Daily',
    publishedAt: '2022-06-10T00:00:00.000Z' as Instant,
    url: null,
    language: 'en',
    text,
  }
  return readArticle(report, context).claims.map(({ agent, chain, holder, type }) => ({
    agent,
    chain,
    holder: holder.name,
    type,
  }))
}

describe('whose words an item of a digest or a headline with a source are', () => {
  it('credits each item of a digest to the paper in brackets at its end, and the digest last', () => {
    const claims = claimsOf(
      'Russian troops captured Popasna on Monday. (Reuters)\n\nTwo people were killed in Sumy. (BBC)\n\nUkraine hit a depot in Kherson. (Hill Courier)',
    )
    expect(claims.map(({ holder }) => holder)).toEqual(['Reuters', 'BBC', 'Hill Courier'])
    expect(claims[0]?.chain).toEqual(['Reuters', 'River Daily'])
  })
  it.each([
    ['Additional reporting by Reuters', 'Reuters'],
    ['— AFP', 'Agence France-Presse'],
    ['(with material from AFP)', 'Agence France-Presse'],
    ['Additional reporting by Jane Doe', 'River Daily'],
    ['Reuters could not verify the report.', 'River Daily'],
  ])('gives the report of which the last line is “%s” to %s', (line, holder) => {
    const claims = claimsOf(`Two people were killed in Sumy on Thursday.\n\n${line}`)
    expect(claims.find(({ type }) => type === 'harm.casualties')?.holder).toBe(holder)
  })
  it('takes a bracket that ends one paragraph for no credit where it names no listed paper', () => {
    const [claim] = claimsOf('Russian troops captured Popasna (Luhansk Oblast).\n\nThe town had held out for weeks.')
    expect(claim?.holder).toBe('River Daily')
  })
  it('carries the source of a headline into the lead that names none, and no further than the next source', () => {
    const claims = claimsOf(
      'Enemy shells Sumy Region – Ukraine’s General Staff\n\nRussian troops shelled three villages in Sumy Region on Thursday. The governor said two people were killed in Sumy.',
    )
    expect(claims.map(({ holder }) => holder)).toContain('General Staff of the Armed Forces of Ukraine')
    expect(claims.find(({ type }) => type === 'combat.strike')?.holder).toBe(
      'General Staff of the Armed Forces of Ukraine',
    )
    expect(claims.find(({ type }) => type === 'harm.casualties')?.holder).not.toBe(
      'General Staff of the Armed Forces of Ukraine',
    )
  })
  it('reads "X to do Y" at the head of a line as what X will do', () => {
    const [claim] = claimsOf('Norway to send two battalions to Estonia after Russia’s invasion of Ukraine')
    expect(claim).toMatchObject({ agent: 'Norway', type: 'combat.deployment' })
  })
  it('lets no man be "she" and no woman "he"', () => {
    const claims = claimsOf(
      'Liz Truss met Sergei Lavrov in Moscow. Lavrov rejected the demands. She said that Russia would invade Ukraine.',
    )
    expect(claims.at(-1)?.holder).toBe('Liz Truss')
  })
})
