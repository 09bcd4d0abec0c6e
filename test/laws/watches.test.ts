import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Instant, Watch, WatchFilter } from '#domain'
import { createPoster } from '#gather'
import type { Ledger } from '#ledger'
import { checkedWatch, sendDue } from '#publish/watches'
import { failureOf, mailOver } from '../../src/cli/tell-watchers.ts'
import { ENGINES, type Place } from './ledger-engines.ts'
import {
  makeArticle,
  makeBatch,
  makeCapture,
  makeClaim,
  makePlace,
  makeStory,
  at as minuteOf,
  NOTHING,
} from './ledger-fixtures.ts'

const SECRET = 'whsec_bWFkZSB1cCBmb3IgdGhpcyB0ZXN0IGFsb25l'
const DESK = 'https://desk.example'

// One ledger serves all tests of an engine, so each has its own stretch of time, and its own place.
let tests = 0
const at = (minute: number): Instant => minuteOf(tests * 10_000 + minute)
const here = (): string => `veslo-${tests}`

/** A report of one claim about a place, published and learned at a minute. */
function told(minute: number, text: string, place = here(), more: Parameters<typeof makeClaim>[1] = {}) {
  const article = makeArticle({ text, publishedAt: at(minute), rawItem: makeCapture(text).raw.id })
  const claim = makeClaim(article, { span: [0, text.length], places: [makePlace(place)], learned: at(minute), ...more })
  return makeBatch(at(minute), { articles: [article], claims: [claim] })
}

/** A web server that keeps what was posted to it and answers with the next of the given statuses, 200 when there is none. */
async function hook(statuses: number[] = []) {
  const posted: { headers: IncomingMessage['headers']; body: string }[] = []
  const server: Server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      posted.push({ headers: request.headers, body })
      response.writeHead(statuses.shift() ?? 200).end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { posted, url: `http://127.0.0.1:${port}/in`, close: () => void server.close() }
}

/** A mail server that keeps the letters it takes; `refuse` makes it say "never" to every address. */
async function mailServer(refuse = false) {
  const letters: Email[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_, __, done) => done(refuse ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
    onData: (stream, _, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on(
        'end',
        () =>
          void PostalMime.parse(Buffer.concat(parts))
            .then(letter => letters.push(letter))
            .then(() => done()),
      )
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return { letters, url: `smtp://127.0.0.1:${port}`, close: () => void server.close(() => undefined) }
}

describe.each(ENGINES)('a watch on $name', engine => {
  let place: Place
  let ledger: Ledger
  const closing: (() => unknown)[] = []
  beforeAll(async () => {
    place = await engine.place()
    ledger = await place.open()
  }, 60_000)
  beforeEach(() => void tests++)
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
    for (const { id } of await ledger.watches.list()) await ledger.watches.remove(id)
  })
  afterAll(async () => {
    await ledger.close()
    await place.remove()
  })
  const opened = async <Thing extends { close: () => unknown }>(thing: Promise<Thing> | Thing): Promise<Thing> => {
    const made = await thing
    closing.push(made.close)
    return made
  }
  async function watch(filter: WatchFilter, more: Partial<Parameters<typeof checkedWatch>[0]> = {}): Promise<Watch> {
    const made = checkedWatch({ name: 'Veslo', filter, owner: null, ...more }, at(0))
    await ledger.watches.add(made)
    return made
  }
  async function send(now: Instant, mailUrl: string | null = null, from = ledger) {
    const poster = await opened(createPoster({ timeoutMs: 2000 }))
    return sendDue({
      useLedger: use => use(from),
      now: () => now,
      desk: DESK,
      post: posting => poster.post(posting),
      mail: mailUrl === null ? null : mailOver({ url: mailUrl, from: 'fogline@desk.example' }),
      failureOf,
    })
  }
  const news = async ({ id }: Watch) =>
    (await ledger.watches.changes(id)).rows.map(({ kind, claim }) => [kind, claim.text])

  it('tells what is learned after it was added, and each change once however often one looks', async () => {
    await ledger.record(told(1, 'A drone hit the port.'))
    const veslo = await watch({ place: here() })
    await ledger.record(told(2, 'A mill burned down.'))
    await ledger.record(told(3, 'A bridge fell.', 'brod'))
    expect(await ledger.watches.look(at(4))).toBe(1)
    expect(await ledger.watches.look(at(5))).toBe(0)
    await ledger.close()
    ledger = await place.open()
    expect(await ledger.watches.look(at(6))).toBe(0)
    expect(await news(veslo)).toEqual([['new', 'A mill burned down.']])
  })

  it('tells of a claim that is read otherwise and of one that is taken back; of copies and of trifles it does not', async () => {
    const veslo = await watch({ place: here() })
    const first = told(1, 'A drone hit the port.')
    const [claim] = first.claims
    if (!claim) throw new Error('expected a claim')
    await ledger.record(first)
    await ledger.record(told(2, 'A drone hit the port!', here(), { copyOf: claim.article }))
    await ledger.record({ ...first, learned: at(3), claims: [{ ...claim, confidence: 0.3 }] })
    await ledger.record({ ...first, learned: at(4), claims: [{ ...claim, stance: 'denies' }] })
    await ledger.record({ ...first, learned: at(5), claims: [], reread: [claim.article] })
    await ledger.watches.look(at(6))
    expect(await news(veslo)).toEqual([
      ['withdrawn', claim.text],
      ['changed', claim.text],
      ['new', claim.text],
    ])
  })

  it.each([
    [{ holder: 'the mayor' }, 2],
    [{ types: ['combat.strike' as const] }, 2],
    [{ place: 'brod' }, 1],
    [{ family: 'combat' as const, words: 'bridge' }, 1],
    [{ family: 'harm' as const }, 0],
  ])('of %j finds what fits all of it', async (filter, count) => {
    await watch(filter)
    await ledger.record(told(1, 'A drone hit the port.'))
    await ledger.record(told(2, 'A bridge fell.', 'brod'))
    expect(await ledger.watches.look(at(3))).toBe(count)
  })

  it('of a story tells what is learned in its later reports, and nothing of another story', async () => {
    const [first, later, other] = [
      told(1, 'A drone hit the port.'),
      told(2, 'The port burned.'),
      told(3, 'A mill opened.'),
    ]
    const storyOf = (...batches: readonly (typeof first)[]) =>
      makeStory(
        batches.flatMap(({ articles }) => articles),
        batches.flatMap(({ claims }) => claims),
      )
    const story = storyOf(first)
    await ledger.record({ ...first, reconciled: { ...NOTHING, stories: [story] } })
    const watched = await watch({ story: story.id })
    await ledger.record({ ...later, reconciled: { ...NOTHING, stories: [storyOf(first, later)] } })
    const all = [storyOf(first, later), storyOf(other)]
    await ledger.record({ ...other, reconciled: { ...NOTHING, stories: all } })
    await ledger.watches.look(at(4))
    expect(await news(watched)).toEqual([['new', 'The port burned.']])
  })

  it('posts its news signed, with words and links, once; a verifier of another maker takes the signature', async () => {
    const { posted, url } = await opened(hook())
    await watch({ place: here() }, { webhook: url, secret: SECRET, allowHosts: ['127.0.0.1'] })
    const given = told(1, 'A drone hit the port.')
    await ledger.record(given)
    const now = new Date().toISOString() as Instant
    expect(await send(now)).toEqual({ found: 1, sent: 1, failed: 0 })
    expect(await send(now)).toEqual({ found: 0, sent: 0, failed: 0 })
    expect(posted).toHaveLength(1)
    const { body = '', headers = {} } = posted[0] ?? {}
    const message = new Webhook(SECRET).verify(body, headers as Record<string, string>) as { claims: unknown[] }
    expect(message.claims).toMatchObject([
      { words: 'A drone hit the port.', holder: 'the mayor', link: `${DESK}/claim/${given.claims[0]?.id}` },
    ])
    expect(() => new Webhook(SECRET).verify(`${body} `, headers as Record<string, string>)).toThrow(/signature/i)
  })

  it('tries again later and later under the same id, and is settled by the first answer that is good', async () => {
    const { posted, url } = await opened(hook([503, 500]))
    const veslo = await watch({ place: here() }, { webhook: url, allowHosts: ['127.0.0.1'] })
    await ledger.record(told(1, 'A drone hit the port.'))
    expect(await send(at(10))).toEqual({ found: 1, sent: 0, failed: 1 })
    expect((await send(at(10))).failed).toBe(0)
    expect((await send(at(11))).failed).toBe(1)
    expect((await send(at(15))).sent).toBe(0)
    expect(await ledger.watches.counts(veslo.id)).toMatchObject(
      [{ waiting: 1, failed: 0, lastError: /500/ }].map(row => ({
        ...row,
        lastError: expect.stringMatching(row.lastError) as string,
      })),
    )
    expect((await send(at(16))).sent).toBe(1)
    expect(new Set(posted.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(posted).toHaveLength(3)
  })

  it('is never posted to the own network unless its host is allowed, whatever its name resolves to', async () => {
    const { posted, url } = await opened(hook())
    const byName = url.replace('127.0.0.1', 'localhost')
    const watches = [
      await watch({ place: here() }, { webhook: url }),
      await watch({ place: here() }, { webhook: byName }),
    ]
    await ledger.record(told(1, 'A drone hit the port.'))
    expect(await send(at(2))).toEqual({ found: 2, sent: 0, failed: 2 })
    expect((await send(at(5000))).failed).toBe(0)
    for (const { id } of watches) expect(await ledger.watches.counts(id)).toMatchObject([{ failed: 1, waiting: 0 }])
    expect(posted).toEqual([])
  })

  it('writes a letter with the words, who holds them, and links; what a report says stays words', async () => {
    const { letters, url } = await opened(mailServer())
    await watch(
      { place: here() },
      { name: 'Veslo\r\nBcc: all@evil.example', email: ['ann@desk.example', 'bob@desk.example'] },
    )
    const given = told(1, 'A drone hit\r\n-- \r\nthe <b>port</b>.')
    await ledger.record(given)
    expect((await send(at(2), url)).sent).toBe(1)
    expect((await send(at(3), url)).sent).toBe(0)
    expect(letters).toHaveLength(1)
    const [letter] = letters
    expect(letter?.subject).toBe('Fogline: Veslo Bcc: all@evil.example: one claim')
    expect(letter?.to?.map(({ address }) => address)).toEqual(['ann@desk.example', 'bob@desk.example'])
    expect(letter?.bcc).toBeUndefined()
    expect(letter?.html).toBeUndefined()
    expect(letter?.text).toContain('New: the mayor:\n  “A drone hit -- the <b>port</b>.”')
    expect(letter?.text).toContain(`${DESK}/claim/${given.claims[0]?.id}`)
  })

  it('gives up a letter the mail server will never take, and waits where there is no mail server', async () => {
    const { url } = await opened(mailServer(true))
    const veslo = await watch({ place: here() }, { email: ['nobody@desk.example'] })
    await ledger.record(told(1, 'A drone hit the port.'))
    expect((await send(at(2))).failed).toBe(1)
    expect(await ledger.watches.counts(veslo.id)).toMatchObject([{ waiting: 1 }])
    expect((await send(at(4), url)).failed).toBe(1)
    expect(await ledger.watches.counts(veslo.id)).toMatchObject([{ waiting: 0, failed: 1 }])
  })

  it('goes over to a ledger made again, with accounts, keys, audit log and what was told; nothing is told twice', async () => {
    const veslo = await watch({ place: here() })
    const first = told(1, 'A drone hit the port.')
    await ledger.record(first)
    await ledger.watches.look(at(2))
    const unseen = told(3, 'A mill burned down.')
    await ledger.record(unseen)
    await ledger.people.saveAccount({
      name: 'Ann',
      role: 'analyst',
      password: 'scrypt$x$y',
      subject: null,
      created: at(0),
      disabled: false,
    })
    await ledger.people.note({ at: at(1), who: 'Ann', what: 'sign in', on: null, outcome: 'done' })
    const other = await engine.place()
    const made = await other.open()
    closing.push(() => made.close().then(() => other.remove()))
    // Another order of rows: what was before has other numbers here.
    await made.record(told(0, 'Before all else.', 'brod'))
    for (const each of [first, unseen]) await made.record(each)
    const rows = []
    for await (const row of ledger.beside()) rows.push(row)
    await made.takeBeside(rows)
    expect(await made.watches.look(at(4))).toBe(1)
    expect((await made.watches.changes(veslo.id)).rows.map(({ claim }) => claim.text)).toEqual([
      'A mill burned down.',
      'A drone hit the port.',
    ])
    expect((await made.people.accounts()).map(({ name }) => name)).toEqual(['Ann'])
    await made.people.note({ at: at(9), who: 'Ann', what: 'sign in', on: null, outcome: 'done' })
    expect(await made.people.audit({ limit: 10 })).toHaveLength(2)
  })

  it.runIf(engine.name === 'postgres')('is told by one of two processes that look and send at once', async () => {
    const { posted, url } = await opened(hook())
    await watch({ place: here() }, { webhook: url, allowHosts: ['127.0.0.1'] })
    for (let minute = 1; minute < 6; minute++) await ledger.record(told(minute, `A drone hit the port, ${minute}.`))
    const second = await place.open()
    const done = await Promise.all([send(at(9)), send(at(9), null, second)]).finally(() => second.close())
    expect(done.map(({ found }) => found).reduce((a, b) => a + b)).toBe(5)
    const claims = posted.flatMap(({ body }) => (JSON.parse(body) as { claims: { id: string }[] }).claims)
    expect(new Set(claims.map(({ id }) => id)).size).toBe(5)
    expect(claims).toHaveLength(5)
  })
})
