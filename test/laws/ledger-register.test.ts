import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instant, Outage, Subscription } from '#domain'
import { newPoll } from '#domain'
import type { Ledger } from '#ledger'
import { readJournal } from '#ledger'
import { ENGINES, type Place } from './ledger-engines.ts'
import { at, makeSource } from './ledger-fixtures.ts'

const subscription = (id: string, given: Partial<Subscription> = {}): Subscription => ({
  id,
  source: 'harbour-post',
  form: 'feed',
  address: `https://harbour.example/${id}.xml`,
  full: true,
  everyMinutes: 15,
  paused: false,
  allowHosts: [],
  ...given,
})
const request = (by: string, now: Instant, until: Instant) => ({ by, now, until, ids: null, early: false, limit: 100 })

describe.each(ENGINES)('the register on $name', engine => {
  let place: Place
  let ledger: Ledger
  beforeEach(async () => {
    place = await engine.place()
    ledger = await place.open()
  })
  afterEach(async () => {
    await ledger.close()
    await place.remove()
  })
  const add = (learned: Instant, ...subscriptions: Subscription[]) =>
    ledger.register.change({ learned, sources: [makeSource()], subscriptions })
  const ids = async (asOf?: Instant) => (await ledger.register.subscriptions(asOf ? { asOf } : {})).map(({ id }) => id)

  it('is edited, paused and emptied by rows alone: what was registered at a time can be asked for ever', async () => {
    await add(at(0), subscription('a'), subscription('b'))
    await add(at(1), subscription('a', { paused: true }))
    await ledger.register.change({ learned: at(2), removed: ['b', 'not-there'] })
    expect(await ids()).toEqual(['a'])
    expect(await ids(at(1))).toEqual(['a', 'b'])
    expect((await ledger.register.subscriptions({ asOf: at(0) })).map(({ paused }) => paused)).toEqual([false, false])
    expect((await ledger.register.subscriptions())[0]?.paused).toBe(true)
    const again = await add(at(3), subscription('a', { paused: true }))
    expect(again['subscription']).toBe(0)
  })

  it('gives each subscription to one process at a time, and back to all when its time is over', async () => {
    await add(at(0), subscription('a'), subscription('b'), subscription('c', { paused: true }))
    const first = await ledger.register.lease({ ...request('one', at(1), at(11)), limit: 1 })
    const second = await ledger.register.lease(request('two', at(1), at(11)))
    expect([first, second].map(leases => leases.map(lease => lease.subscription.id))).toEqual([['a'], ['b']])
    expect(await ledger.register.lease(request('three', at(2), at(12)))).toEqual([])
    await ledger.register.renew('two', at(30))
    const late = await ledger.register.lease(request('three', at(12), at(22)))
    expect(late.map(lease => lease.subscription.id)).toEqual(['a'])
    await ledger.register.release('two')
    expect(
      (await ledger.register.lease(request('three', at(12), at(22)))).map(({ subscription }) => subscription.id),
    ).toEqual(['b'])
  })

  it('hands a hundred subscriptions to four processes at once, none of them twice', async () => {
    await add(at(0), ...Array.from({ length: 100 }, (_, n) => subscription(`s${n}`)))
    const shares = await Promise.all(
      ['one', 'two', 'three', 'four'].map(by => ledger.register.lease({ ...request(by, at(1), at(11)), limit: 25 })),
    )
    const taken = shares.flat().map(lease => lease.subscription.id)
    expect(new Set(taken).size).toBe(taken.length)
    const rest = await ledger.register.lease(request('five', at(1), at(11)))
    expect(taken.length + rest.length).toBe(100)
  })

  it('remembers how an asking went, and asks again no sooner than it is due', async () => {
    await add(at(0), subscription('a'))
    await ledger.register.lease(request('one', at(1), at(11)))
    const poll = {
      ...newPoll('a', at(1)),
      lastTried: at(1),
      lastGood: at(1),
      etag: '"v\0"',
      seen: ['x1'],
      due: at(16),
    }
    await ledger.register.settle('another', [{ ...poll, failures: 9 }])
    await ledger.register.settle('one', [poll])
    expect(await ledger.register.lease(request('one', at(15), at(25)))).toEqual([])
    const [lease] = await ledger.register.lease(request('one', at(16), at(26)))
    expect(lease?.poll).toEqual({ ...poll, etag: '"v\uFFFD"' })
  })

  it('says of each source whether its silence can be trusted, those that cannot be first', async () => {
    await add(
      at(0),
      ...['good', 'silent', 'failing', 'unasked', 'never'].map(id => subscription(id)),
      subscription('paused', { paused: true }),
    )
    const now = at(5 * 24 * 60)
    const before = (minutes: number): Instant => new Date(Date.parse(now) - minutes * 60_000).toISOString() as Instant
    await ledger.register.lease({ ...request('one', at(1), at(11)), ids: ['good', 'silent', 'failing', 'unasked'] })
    const good = { lastTried: before(5), lastGood: before(5), lastNew: before(60) }
    await ledger.register.settle('one', [
      { ...newPoll('good', now), ...good },
      { ...newPoll('silent', now), ...good, lastNew: before(3 * 24 * 60) },
      { ...newPoll('failing', now), ...good, failingSince: before(5), failures: 1, lastError: '503' },
      { ...newPoll('unasked', now), ...good, lastTried: before(300), lastGood: before(300) },
    ])
    const states = (await ledger.register.health(now)).map(({ subscription, state }) => [subscription, state])
    expect(states).toEqual(['failing', 'unasked', 'silent', 'never', 'good', 'paused'].map(state => [state, state]))
  })

  it('keeps outages as rows: what was known of them then can be asked again', async () => {
    const outage: Outage = { subscription: 'a', source: 'harbour-post', from: at(10), to: null, reason: 'answered 503' }
    await ledger.register.change({ learned: at(10), outages: [outage] })
    await ledger.register.change({ learned: at(50), outages: [{ ...outage, to: at(50) }] })
    expect(await ledger.register.outages({ asOf: at(20) })).toEqual([outage])
    expect(await ledger.register.outages({ from: at(45), to: at(60) })).toEqual([{ ...outage, to: at(50) }])
    expect(await ledger.register.outages({ from: at(50) })).toEqual([])
    expect(await ledger.register.outages({ to: at(10) })).toEqual([])
  })

  it('lets processes take turns on a host', async () => {
    const first = await ledger.register.reserve('a.example', 60_000, 600_000)
    const second = await ledger.register.reserve('a.example', 60_000, 600_000)
    expect(first).toBeLessThan(1000)
    expect(second).toBeGreaterThan(50_000)
    await ledger.register.holdOff('a.example', 3_600_000)
    const held = await ledger.register.reserve('a.example', 60_000, 600_000)
    expect(held).toBeGreaterThan(3_500_000)
    // No turn was taken: the wait is no longer for the next who asks.
    expect(await ledger.register.reserve('a.example', 60_000, 600_000)).toBeLessThanOrEqual(held)
    expect(await ledger.register.reserve('b.example', 60_000, 600_000)).toBeLessThan(1000)
  })

  it.runIf(engine.name === 'embedded')('is in the journal, so that it can be made again', async () => {
    await add(at(0), subscription('a'), subscription('b'))
    await ledger.register.change({ learned: at(1), removed: ['b'] })
    const batches = []
    for await (const batch of readJournal(place.options.dataDir, () => undefined)) batches.push(batch)
    expect(batches.flatMap(batch => batch.subscriptions ?? []).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(batches.flatMap(batch => batch.removed ?? [])).toEqual(['b'])
  })
})
