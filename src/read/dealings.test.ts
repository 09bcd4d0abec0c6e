import { expect, test } from 'vitest'
import { type Instant, type ReadReport } from '#domain'
import { loadTheatre, openGazetteer } from '#theatre'
import { openGrammar } from './model/open-grammar.ts'
import { readArticle } from './read-article.ts'

const context = { theatre: loadTheatre('ukraine'), gazetteer: openGazetteer(), grammar: openGrammar() }
const publishedAt = '2022-06-15T12:00:00.000Z' as Instant

/** Says that the report is about the war, without which a dealing between others is none of ours. */
const SETTING = 'Russian forces shelled Ukrainian positions near Bakhmut.'

/** The types of the claims in a sentence of such a report, in order. */
function typesOf(sentence: string): string[] {
  const text = `${sentence}\n\n${SETTING}`
  const report = {
    title: null,
    outlet: 'River Daily',
    publishedAt,
    url: null,
    language: 'en',
    text,
  } satisfies ReadReport
  return readArticle(report, context)
    .claims.filter(({ span: [start] }) => start < sentence.length)
    .map(({ type }) => type)
}

test.each([
  // Penalties, and what only sounds like them.
  ['Italy has impounded villas and yachts worth 900 million euros.', 'politics.sanction'],
  ['Switzerland has frozen about 7.5 billion francs of Russian assets.', 'politics.sanction'],
  ['Assets worth 300 billion dollars of the Russian central bank remain immobilised in Europe.', 'politics.sanction'],
  ['The European Union blacklisted 18 more people and four companies.', 'politics.sanction'],
  ['Washington added 20 firms to its export control list.', 'politics.sanction'],
  ['The measures target the banking sector and semiconductor imports.', 'politics.sanction'],
  ['Police confiscated drugs and cash from a gang in Odesa.', null],
  ['Shops in the town closed after the shelling.', null],
  // Help, and what only moves like it.
  ['The UN refugee agency delivered blankets and hygiene kits to 30,000 people in Vinnytsia.', 'politics.aid'],
  ['Norway donated 400 million kroner for demining.', 'politics.aid'],
  ['The charity has opened three shelters in Dnipro.', 'politics.aid'],
  ['Doctors from Denmark treat wounded soldiers in Lviv.', 'politics.aid'],
  ['Russian convoys with ammunition reached the outskirts of Sumy.', 'control.advanced'],
  ['The command intends to send conscripts to the front.', 'assessment.intent'],
  // Trade, and a penalty beside it.
  ['Turkish firms stopped shipping machine tools to Russia.', 'economy.trade'],
  ['Beijing tightened controls on exports of drone components.', 'economy.trade'],
  ['Brussels tightened the sanctions on Russian oil.', 'politics.sanction'],
])('%s → %s', (text, type) => {
  expect(typesOf(text)).toEqual(type === null ? [] : [type])
})
