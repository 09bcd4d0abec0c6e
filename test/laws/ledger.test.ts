import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article, Instant, Judgement, RecordedClaim } from '#domain'
import { InputError, makeId } from '#domain'
import type { Ledger, Page } from '#ledger'
import type { Place } from './ledger-engines.ts'
import { ENGINES } from './ledger-engines.ts'
import {
  at,
  makeArticle,
  makeBatch,
  makeBelief,
  makeBriefing,
  makeCapture,
  makeClaim,
  makeControl,
  makeDispute,
  makeEvent,
  makeFigure,
  makePlace,
  makeSource,
  makeStory,
  NOTHING,
} from './ledger-fixtures.ts'

const zero = (counts: Readonly<Record<string, number>>) => Object.values(counts).every(count => count === 0)
const idsOf = (page: Page<{ readonly id: string }>) => page.rows.map(({ id }) => id)

/** A port shelled: two reports, three claims, and what was made of them. */
const port = makeArticle({
  text: 'Shelling hit the river port of Veslo, the mayor said. Two dockers died.',
  publishedAt: at(10),
})
const denial = makeArticle({
  text: 'The ministry denied that its guns had struck Veslo.',
  publishedAt: at(2000),
  source: 'steppe-radio',
  url: 'https://steppe.example/1',
})
const struck = makeClaim(port, { places: [makePlace('veslo'), makePlace(null, 'the old pier')] })
const deaths = makeClaim(port, { type: 'harm.casualties', span: [54, 70], certainty: 'unverified' })
const denied = makeClaim(denial, {
  stance: 'denies',
  holder: { id: 'steppe-mod', name: 'the ministry', kind: 'government', camp: 'russia', span: null },
  places: [makePlace('veslo')],
})
const strike = makeEvent([struck, denied])
const toll = makeEvent([deaths], {
  type: 'harm.casualties',
  place: { id: null, name: 'the old pier', lat: null, lon: null },
})
const told = makeStory([port, denial], [struck, deaths, denied])
const dispute = makeDispute([struck, denied], { place: null, event: strike.id })
const killed = makeFigure([deaths], { series: 'daily', subject: 'dockers' })
const belief = makeBelief(strike)
const judgement: Judgement = {
  id: makeId('judgement', 1),
  analyst: 'ada',
  at: at(3000),
  on: struck.id,
  verdict: 'accept',
  change: null,
  reason: 'seen on two pictures',
}
const all = makeBatch(at(5000), {
  sources: [makeSource(), makeSource({ id: 'steppe-radio', name: 'Steppe Radio' })],
  captures: [makeCapture(port.text), makeCapture(denial.text)],
  articles: [port, denial],
  claims: [struck, deaths, denied],
  reconciled: {
    stories: [told],
    events: [strike, toll],
    disputes: [dispute],
    figures: [killed],
    beliefs: [belief],
    control: [makeControl(), makeControl({ claimant: 'russia', holder: 'russia' })],
    tracks: [],
    accounts: [],
  },
  judgements: [judgement],
})

describe.each(ENGINES)('a ledger on $name', engine => {
  describe('that holds the shelling of a port', () => {
    let place: Place
    let ledger: Ledger
    beforeAll(async () => {
      place = await engine.place()
      ledger = await place.open()
      await ledger.record(all)
    })
    afterAll(async () => {
      await ledger.close()
      await place.remove()
    })

    it('adds no row for what it holds already', async () => {
      const before = await ledger.stats()
      expect(zero(await ledger.record(all))).toBe(true)
      expect(zero(await ledger.record({ ...all, learned: at(5001) }))).toBe(true)
      expect((await ledger.stats()).rows).toEqual(before.rows)
    })

    it('gives back what was recorded, word for word', async () => {
      expect(await ledger.article(port.id)).toEqual(port)
      expect(await ledger.capture(makeCapture(port.text).raw.id)).toEqual(makeCapture(port.text))
      expect(await ledger.sources()).toEqual(all.sources)
      expect((await ledger.claims({ ids: [struck.id] })).rows).toEqual([{ ...struck, learned: at(5000) }])
      expect((await ledger.stories()).rows).toEqual([told])
      expect(await ledger.dispute(dispute.id)).toEqual(dispute)
      expect((await ledger.figures()).rows).toEqual([{ ...killed, learned: at(5000) }])
      expect((await ledger.beliefs({ about: [strike.id] })).rows).toEqual([{ ...belief, learned: at(5000) }])
      expect(await ledger.judgements()).toEqual([judgement])
    })

    it('gives nothing for what it does not hold', async () => {
      expect(await ledger.article('a_0')).toBeNull()
      expect(await ledger.capture('r_0')).toBeNull()
      expect(await ledger.dispute('d_0')).toBeNull()
      expect(await ledger.briefing('1999-01-01' as never)).toBeNull()
    })

    it('lists claims of the newest report first, and those of one report in the order of its text', async () => {
      expect(idsOf(await ledger.claims())).toEqual([denied.id, struck.id, deaths.id])
    })

    const claimFilters: [string, Parameters<Ledger['claims']>[0], RecordedClaim[]][] = [
      ['type', { types: ['harm.casualties', 'politics.aid'] }, [deaths]],
      ['family', { family: 'combat' }, [denied, struck]],
      ['place', { place: 'veslo' }, [denied, struck]],
      ['the name of a place in no gazetteer', { place: 'the old pier' }, [struck]],
      ['holder by id', { holder: 'steppe-mod' }, [denied]],
      ['holder by name', { holder: 'the mayor' }, [struck, deaths]],
      ['camp', { camp: 'russia' }, [denied]],
      ['certainty', { certainty: 'unverified' }, [deaths]],
      ['story', { story: told.id }, [denied, struck, deaths]],
      ['event', { event: strike.id }, [denied, struck]],
      ['article', { article: port.id }, [struck, deaths]],
      ['source', { source: 'steppe-radio' }, [denied]],
      ['window, its end excluded', { saidFrom: at(10), saidTo: at(2000) }, [struck, deaths]],
      ['words, whatever their endings', { words: 'docker died' }, [deaths]],
      ['two filters at once', { camp: 'ukraine', types: ['combat.strike'] }, [struck]],
      ['no id at all', { ids: [] }, []],
      ['a place nobody named', { place: 'elsewhere' }, []],
    ]
    it.each(claimFilters)('finds claims by %s', async (_, query, expected) => {
      expect(idsOf(await ledger.claims(query))).toEqual(expected.map(({ id }) => id))
    })

    it('finds reports by id, source, address, story, window and words', async () => {
      const found = async (query: Parameters<Ledger['articles']>[0]) => idsOf(await ledger.articles(query))
      expect(await found({})).toEqual([denial.id, port.id])
      expect(await found({ ids: [port.id] })).toEqual([port.id])
      expect(await found({ source: 'steppe-radio' })).toEqual([denial.id])
      expect(await found({ url: 'https://steppe.example/1' })).toEqual([denial.id])
      expect(await found({ story: told.id, saidTo: at(2000) })).toEqual([port.id])
      expect(await found({ words: '"river port" -guns' })).toEqual([port.id])
    })

    it('finds what rests on a claim said in a window', async () => {
      const late = { saidFrom: at(1000), saidTo: at(3000) }
      const never = { saidFrom: at(3000) }
      expect(idsOf(await ledger.events(late))).toEqual([strike.id])
      expect(idsOf(await ledger.disputes(late))).toEqual([dispute.id])
      expect(idsOf(await ledger.stories(late))).toEqual([told.id])
      expect(idsOf(await ledger.figures(late))).toEqual([])
      expect(idsOf(await ledger.figures({ saidTo: at(1000) }))).toEqual([killed.id])
      expect([await ledger.events(never), await ledger.stories(never)].flatMap(idsOf)).toEqual([])
    })

    it('finds events, disputes, figures, stories, beliefs and control by their own filters', async () => {
      expect(idsOf(await ledger.events({ place: 'veslo' }))).toEqual([strike.id])
      expect(idsOf(await ledger.events({ place: 'the old pier', types: ['harm.casualties'] }))).toEqual([toll.id])
      expect(idsOf(await ledger.events({ ids: [toll.id] }))).toEqual([toll.id])
      expect(idsOf(await ledger.disputes({ place: 'veslo', status: 'open' }))).toEqual([dispute.id])
      expect(idsOf(await ledger.disputes({ event: toll.id }))).toEqual([])
      expect(idsOf(await ledger.figures({ measure: 'people.killed', series: 'daily', subject: 'dockers' }))).toEqual([
        killed.id,
      ])
      expect(idsOf(await ledger.figures({ claimant: 'the governor' }))).toEqual([])
      expect(idsOf(await ledger.stories({ article: denial.id, ids: [told.id] }))).toEqual([told.id])
      expect(idsOf(await ledger.beliefs({ ids: [belief.id] }))).toEqual([belief.id])
      const holders = async (query: Parameters<Ledger['control']>[0]) =>
        (await ledger.control(query)).map(step => step.holder)
      expect(await holders({ place: 'veslo' })).toEqual(['ukraine', 'russia'])
      expect(await holders({ claimant: null })).toEqual(['ukraine'])
      expect(await holders({ claimant: 'russia' })).toEqual(['russia'])
    })

    it('counts reports and claims of each day', async () => {
      expect(await ledger.days()).toEqual([
        { date: '2024-03-01', reports: 1, claims: 2 },
        { date: '2024-03-02', reports: 1, claims: 1 },
      ])
      expect(await ledger.days({ asOf: at(4999) })).toEqual([])
    })

    it('tells how much it holds, and up to when', async () => {
      const { rows, bytes, schema, learned } = await ledger.stats()
      expect(rows).toMatchObject({ article: 2, claim: 3, event: 2, capture: 2, judgement: 1, meta: 1 })
      expect([bytes > 100_000, schema, learned]).toEqual([true, 8, at(5000)])
    })

    it('refuses what is no page size, no cursor of the same listing, no moment', async () => {
      const { next } = await ledger.claims({ limit: 1 })
      const other = Buffer.from(JSON.stringify(['claims', 'x', 1, null, {}])).toString('base64url')
      for (const query of [
        { limit: 0 },
        { limit: 1001 },
        { limit: 1.5 },
        { after: 'forged' },
        { after: other },
        { after: '' },
      ]) {
        await expect(ledger.claims(query)).rejects.toThrow(InputError)
      }
      await expect(ledger.articles({ after: next })).rejects.toThrow('the same listing')
      await expect(ledger.claims({ asOf: 'yesterday' as Instant })).rejects.toThrow('asOf: expected a moment')
      await expect(ledger.events({ saidFrom: 'soon' as Instant })).rejects.toThrow('saidFrom: expected a moment')
    })

    it('is of one theatre', async () => {
      expect(await ledger.theatre()).toBe('ukraine')
      await ledger.close()
      await expect(place.open({ theatre: 'sudan' })).rejects.toThrow(
        'the ledger is of the theatre "ukraine", not "sudan"',
      )
      const reader = await place.open({ theatre: null, readOnly: true })
      expect(idsOf(await reader.claims({ limit: 1 }))).toEqual([denied.id])
      await expect(reader.record(all)).rejects.toThrow('for reading only')
      await reader.close()
      ledger = await place.open()
    })

    it('refuses every change of a row, whoever asks the database', async () => {
      const tables = Object.keys((await ledger.stats()).rows)
      await ledger.close()
      await place.behind(async run => {
        for (const table of tables) {
          const column = table === 'rests_on' ? 'row' : 'learned'
          for (const sql of [
            `update ${table} set ${column} = ${column}`,
            `delete from ${table}`,
            `truncate ${table}`,
          ]) {
            await expect(run(sql)).rejects.toThrow('append-only')
          }
        }
      })
      ledger = await place.open()
      expect(tables).toHaveLength(23)
    })

    it('written by a newer Fogline is left alone', async () => {
      await ledger.close()
      await place.behind(
        async run => void (await run(`insert into migration (name, timestamp) values ('0999-later', 'now')`)),
      )
      await expect(place.open()).rejects.toThrow(
        'the ledger has schema 999, this Fogline knows up to 8: upgrade Fogline',
      )
      await place.behind(async run => void (await run(`delete from migration where name = '0999-later'`)))
      ledger = await place.open()
    })
  })

  /** Runs a test on a ledger of its own. */
  const fresh = (name: string, test: (ledger: Ledger) => Promise<void>) =>
    it(name, async () => {
      const place = await engine.place()
      const ledger = await place.open()
      try {
        await test(ledger)
      } finally {
        await ledger.close()
        await place.remove()
      }
    })

  fresh('keeps what was withdrawn by reading a report again, for those who ask what was known before', async ledger => {
    await ledger.record(makeBatch(at(1), { articles: [port], claims: [struck, deaths] }))
    const again = makeBatch(at(2), { claims: [struck], reread: [port.id] })
    expect(await ledger.record(again)).toMatchObject({ claim: 1 })
    expect(zero(await ledger.record(again))).toBe(true)
    expect(idsOf(await ledger.claims())).toEqual([struck.id])
    expect(idsOf(await ledger.claims({ asOf: at(1) }))).toEqual([struck.id, deaths.id])
    expect(await ledger.record(makeBatch(at(3), { claims: [deaths] }))).toMatchObject({ claim: 1 })
    expect(idsOf(await ledger.claims())).toEqual([struck.id, deaths.id])
  })

  fresh('replaces a belief that changed, withdraws one that vanished, leaves the others', async ledger => {
    const [first, second] = [makeBelief(strike), makeBelief(toll)]
    const surer = makeBelief(strike, { likelihood: 'highly-likely' })
    const made = (beliefs: readonly (typeof first)[]) => ({ ...NOTHING, events: [strike, toll], beliefs })
    await ledger.record(makeBatch(at(1), { reconciled: made([first, second]) }))
    expect(await ledger.record(makeBatch(at(2), { reconciled: made([surer]) }))).toMatchObject({ belief: 2, event: 0 })
    expect((await ledger.beliefs()).rows).toEqual([{ ...surer, learned: at(2), replaces: first.id }])
    expect(idsOf(await ledger.beliefs({ asOf: at(1) })).sort()).toEqual([first.id, second.id].sort())
    expect(await ledger.record(makeBatch(at(3), { reconciled: null }))).toMatchObject({ belief: 0, event: 0 })
    expect(idsOf(await ledger.beliefs())).toEqual([surer.id])
  })

  fresh('meets every row once on its way through the pages, equals included', async ledger => {
    const articles = Array.from({ length: 7 }, (_, index) =>
      makeArticle({ text: `Report ${index} of a quiet night`, publishedAt: at(index % 2) }),
    )
    const claims = articles.flatMap(article =>
      [0, 0, 9].map((start, index) =>
        makeClaim(article, { span: [start, start + 5], type: index === 0 ? 'combat.strike' : 'combat.assault' }),
      ),
    )
    await ledger.record(makeBatch(at(5), { articles, claims }))
    const whole = idsOf(await ledger.claims({ limit: 1000 }))
    const walked: string[] = []
    let after: string | null = null
    do {
      const page: Page<RecordedClaim> = await ledger.claims({ limit: 4, after })
      walked.push(...idsOf(page))
      after = page.next
    } while (after !== null)
    expect(walked).toEqual(whole)
    expect(new Set(walked).size).toBe(claims.length)
  })

  fresh('writes nothing of a batch of which a part cannot be written', async ledger => {
    const broken = makeClaim(port, { said: 'no moment at all' as Instant })
    await expect(ledger.record({ ...all, claims: [struck, broken] })).rejects.toThrow(/invalid input syntax|date\/time/)
    expect((await ledger.stats()).rows).toMatchObject({ source: 0, article: 0, claim: 0, meta: 0 })
    expect(await ledger.record(all)).toMatchObject({ article: 2, claim: 3 })
  })

  fresh('takes a report of any characters and lengths, spans unmoved', async ledger => {
    const text = `a\0b \ud800 c \udfff d \u{1f600} ${'long '.repeat(400_000)}`
    const name = 'x'.repeat(20_000)
    const article: Article = makeArticle({ text, url: `https://harbour.example/${'y'.repeat(9000)}`, source: name })
    const holder = { id: null, name: `${name}\0`, kind: 'official', camp: 'ukraine', span: null } as const
    const claim = makeClaim(article, { holder, span: [2, 9] })
    const batch = makeBatch(at(1), { articles: [article], claims: [claim] })
    await ledger.record(batch)
    expect(zero(await ledger.record(batch))).toBe(true)
    const kept = (await ledger.article(article.id))?.text ?? ''
    expect(kept.length).toBe(text.length)
    expect(kept.slice(0, 14)).toBe('a\ufffdb \ufffd c \ufffd d \u{1f600}')
    expect(idsOf(await ledger.claims({ holder: `${name}\0` }))).toEqual([claim.id])
    expect(idsOf(await ledger.articles({ url: article.url ?? '', source: name }))).toEqual([article.id])
  })

  fresh('never learns anything earlier than what it knew already', async ledger => {
    await ledger.record(makeBatch(at(9), { articles: [port], claims: [struck] }))
    await ledger.record(makeBatch(at(2), { articles: [denial], claims: [denied] }))
    expect((await ledger.claims({ ids: [denied.id] })).rows[0]?.learned).toBe(at(9))
    expect(idsOf(await ledger.claims({ asOf: at(8) }))).toEqual([])
  })

  fresh('keeps every edition, and gives the one that was out at a time', async ledger => {
    const [morning, evening] = [makeBriefing(at(600)), makeBriefing(at(1200))]
    await ledger.saveBriefing(morning)
    await ledger.saveBriefing(evening)
    await ledger.saveBriefing(morning)
    expect(await ledger.briefing(morning.date)).toEqual(evening)
    expect(await ledger.briefing(morning.date, { asOf: at(1199) })).toEqual(morning)
    expect(await ledger.briefing(morning.date, { asOf: at(599) })).toBeNull()
    expect((await ledger.stats()).rows['briefing']).toBe(2)
  })

  fresh('takes records that come at the same time one after the other', async ledger => {
    const batches = Array.from({ length: 5 }, (_, index) => {
      const article = makeArticle({ text: `Report ${index}`, publishedAt: at(index) })
      return makeBatch(at(10 - index), { sources: [makeSource()], articles: [article], claims: [makeClaim(article)] })
    })
    await Promise.all(batches.map(batch => ledger.record(batch)))
    expect((await ledger.stats()).rows).toMatchObject({ source: 1, article: 5, claim: 5 })
    expect(idsOf(await ledger.claims())).toHaveLength(5)
  })
})
