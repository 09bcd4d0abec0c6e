import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { InputError, type Instant, newPoll, type Poll, type Source, type Subscription } from '#domain'
import { FetchError } from '../web/fetch-error.ts'
import { createWebClient } from '../web/web-client.ts'
import { identifyAddress } from './identify-address.ts'
import { afterAnswer, afterFailure, outageBetween } from './next-poll.ts'
import { readOpml, writeOpml } from './opml.ts'
import { pollSource } from './poll-source.ts'
import type { Polled } from './polled.ts'
import { channelAddress } from './read-channel.ts'
import { readSitemap } from './read-sitemap.ts'

const now = '2024-11-27T12:00:00.000Z' as Instant
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

type Site = Record<string, string | RequestListener>

/** A site by its paths; what it has not is answered 404. */
async function serve(site: (url: string) => Site): Promise<{ url: string; log: string[] }> {
  const log: string[] = []
  let pages: Site = {}
  const server = createServer((request, response) => {
    log.push(request.url ?? '')
    const page = pages[request.url ?? '']
    if (typeof page === 'function') page(request, response)
    else if (page === undefined) response.writeHead(404).end('none')
    else response.setHeader('content-type', page.startsWith('<!doctype') ? 'text/html' : 'application/xml').end(page)
  })
  servers.push(server)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  pages = site(url)
  return { url, log }
}

const client = () => createWebClient({ gapMs: 0 })
const allowHosts = ['127.0.0.1']
const herald = (url: string): Source => ({
  id: 'river-herald',
  name: 'River Herald',
  kind: 'outlet',
  camp: 'third-party',
  country: 'IE',
  stance: 'unknown',
  reliability: 'F',
  family: null,
  url,
})
const subscriptionTo = (address: string, given: Partial<Subscription> = {}): Subscription => ({
  id: 'river-herald',
  source: 'river-herald',
  form: 'feed',
  address,
  full: true,
  everyMinutes: 15,
  paused: false,
  allowHosts,
  ...given,
})

async function ask(
  subscription: Subscription,
  poll: Poll = newPoll(subscription.id, now),
  problems: string[] = [],
): Promise<Polled> {
  const source = herald(new URL('/', subscription.form === 'folder' ? 'http://127.0.0.1/' : subscription.address).href)
  return pollSource({
    subscription,
    source,
    poll,
    sources: [],
    client: client(),
    now,
    onProblem: line => problems.push(line),
  })
}
const after = (polled: Polled, poll: Poll = newPoll('river-herald', now)): Poll =>
  afterAnswer(subscriptionTo('http://a/'), poll, polled, now)

const WORDS = 'The bridge at the river port was hit in the night, the mayor said, and two people were hurt. '
const page = (title: string, date = '2024-11-27T08:00:00Z'): string =>
  `<!doctype html><html><head><title>${title}</title><meta property="article:published_time" content="${date}"></head><body><article><h1>${title}</h1><p>${WORDS.repeat(8)}</p><p>${title} was told by three witnesses. ${WORDS.repeat(4)}</p></article></body></html>`
const item = (url: string, title: string, text = 'A short summary.'): string =>
  `<item><title>${title}</title><link>${url}</link><pubDate>Wed, 27 Nov 2024 08:00:00 GMT</pubDate><description>${text}</description></item>`
const feed = (...items: string[]): string =>
  `<rss version="2.0"><channel><title>River Herald: all the news</title><link>https://herald.example/</link>${items.join('')}</channel></rss>`

describe('a feed that is asked', () => {
  it('gives every entry, however many: the decisive one may be the last', async () => {
    const { url } = await serve(url => ({
      '/feed': feed(...Array.from({ length: 250 }, (_, n) => item(`${url}/${n}`, `Report ${n}`))),
    }))
    const polled = await ask(subscriptionTo(`${url}/feed`, { full: false }))
    expect(polled.gathered).toHaveLength(250)
    expect(polled.gathered.at(-1)?.article.title).toBe('Report 249')
  })
  it('gives the second time only what is new, and nothing where the server says so', async () => {
    let items = 2
    const { url } = await serve(url => ({
      '/feed': (request, response) => {
        if (request.headers['if-none-match'] === `"${items}"`) return void response.writeHead(304).end()
        const list = Array.from({ length: items }, (_, n) => item(`${url}/${n}`, `Report ${n}`))
        response.setHeader('etag', `"${items}"`).end(feed(...list))
      },
    }))
    const subscription = subscriptionTo(`${url}/feed`, { full: false })
    const first = await ask(subscription)
    const second = await ask(subscription, after(first))
    expect([first.gathered.length, second.entries, second.gathered.length]).toEqual([2, null, 0])
    items = 3
    const third = await ask(subscription, after(second, after(first)))
    expect(third.gathered.map(({ article }) => article.title)).toEqual(['Report 2'])
  })
  it('has its summaries made whole from their pages, in the name of the registered source', async () => {
    const { url, log } = await serve(url => ({
      '/feed': feed(item(`${url}/a`, 'Bridge hit')),
      '/a': page('Bridge hit'),
    }))
    const { gathered } = await ask(subscriptionTo(`${url}/feed`))
    expect(log).toEqual(['/robots.txt', '/feed', '/a'])
    expect(gathered).toHaveLength(1)
    expect(gathered[0]?.article.text).toContain('three witnesses')
    expect(gathered[0]?.article).toMatchObject({ outlet: 'River Herald', publishedAt: '2024-11-27T08:00:00.000Z' })
    expect(gathered[0]?.raw.headers).toContainEqual(['content-type', 'text/html'])
  })
  it('keeps the summary of a page that is gone or closed to programs, and says so on the report', async () => {
    const { url } = await serve(url => ({
      '/robots.txt': 'User-agent: *\nDisallow: /closed',
      '/feed': feed(
        item(`${url}/gone`, 'Gone'),
        item(`${url}/closed`, 'Closed'),
        item('http://10.0.0.1/secret', 'Inside'),
      ),
    }))
    const { gathered, deferred } = await ask(subscriptionTo(`${url}/feed`))
    expect(deferred).toBe(0)
    const reasons = gathered.map(({ article }) => article.notes.find(({ rule }) => rule === 'page-not-fetched')?.reason)
    expect(reasons).toEqual([
      expect.stringContaining('404'),
      expect.stringContaining('robots.txt'),
      expect.stringContaining('private'),
    ])
  })
  it('leaves a page that does not answer now for the next time, and asks for the whole feed again then', async () => {
    let down = true
    const { url } = await serve(url => ({
      '/feed': (_, response) =>
        response.setHeader('etag', '"v1"').end(feed(item(`${url}/a`, 'A'), item(`${url}/b`, 'B'))),
      '/a': page('A'),
      '/b': (_, response) =>
        down
          ? response.writeHead(502).end('bad gateway')
          : response.setHeader('content-type', 'text/html').end(page('B')),
    }))
    const subscription = subscriptionTo(`${url}/feed`)
    const first = await ask(subscription)
    expect([first.gathered.length, first.deferred, first.etag]).toEqual([1, 1, null])
    down = false
    const second = await ask(subscription, after(first))
    expect(second.gathered.map(({ article }) => article.title)).toEqual(['B'])
    expect(second.etag).toBe('"v1"')
  })
  it('that leads to others is told from its own: a reprint does not become the aggregator’s report', async () => {
    const { url } = await serve(() => ({
      '/feed': feed(
        item('https://one.example/a', 'One'),
        item('https://two.example/b', 'Two'),
        item('https://three.example/c', 'Three'),
      ),
    }))
    const { gathered } = await ask(subscriptionTo(`${url}/feed`, { full: false }))
    expect(gathered.map(({ source }) => source.url)).toEqual([
      'https://one.example',
      'https://two.example',
      'https://three.example',
    ])
    expect(gathered.map(({ article }) => article.outlet)).not.toContain('River Herald')
  })
  it('without an entry is an answer; a page in its place, an error and an empty body are none', async () => {
    const { url } = await serve(() => ({
      '/feed': feed(),
      '/consent': page('Accept our cookies'),
      '/empty': '',
      '/503': (_, r) => r.writeHead(503).end(),
    }))
    expect((await ask(subscriptionTo(`${url}/feed`))).entries).toBe(0)
    for (const path of ['/consent', '/empty', '/503', '/gone'])
      await expect(ask(subscriptionTo(`${url}${path}`)), path).rejects.toThrow(InputError)
  })
})

describe('a sitemap that is asked', () => {
  const entry = (url: string, lastmod: string | null): string =>
    `<url><loc>${url}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}</url>`
  it('gives the pages that are new, and takes its "last modified" for no date of publication', async () => {
    const { url } = await serve(url => ({
      '/map.xml': `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entry(`${url}/new`, '2024-11-27T09:00:00Z')}${entry(`${url}/old`, '2023-01-01')}${entry(`${url}/undated`, null)}</urlset>`,
      '/new':
        '<!doctype html><html><head><title>New</title></head><body><article><p>' +
        WORDS.repeat(9) +
        '</p></article></body></html>',
    }))
    const problems: string[] = []
    const { gathered, entries } = await ask(subscriptionTo(`${url}/map.xml`, { form: 'sitemap' }), undefined, problems)
    expect([entries, gathered.length]).toEqual([3, 1])
    expect(gathered[0]?.article.notes.map(({ rule }) => rule)).toContain('no-publication-date')
    expect(problems.join()).toContain('1 addresses without a date')
  })
  it('of an index leads to the parts that changed', async () => {
    const { url, log } = await serve(url => ({
      '/index.xml': `<sitemapindex><sitemap><loc>${url}/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap><sitemap><loc>${url}/new.xml</loc><lastmod>2024-11-27</lastmod></sitemap></sitemapindex>`,
      '/new.xml': `<urlset>${entry(`${url}/a`, '2024-11-27T09:00:00Z')}</urlset>`,
      '/a': page('A'),
    }))
    expect((await ask(subscriptionTo(`${url}/index.xml`, { form: 'sitemap' }))).gathered).toHaveLength(1)
    expect(log).not.toContain('/old.xml')
  })
  it('with news says outlet, title and date', () => {
    const sitemap = readSitemap(
      '<urlset xmlns:news="x"><url><loc>https://a.example/1</loc><news:news><news:publication><news:name>River Herald</news:name><news:language>en</news:language></news:publication><news:publication_date>2024-11-27T09:00:00+02:00</news:publication_date><news:title>Bridge &amp; ferry</news:title></news:news></url></urlset>',
    )
    expect(sitemap).toMatchObject({
      isNews: true,
      entries: [
        { outlet: 'River Herald', language: 'en', title: 'Bridge & ferry', moment: '2024-11-27T07:00:00.000Z' },
      ],
    })
  })
  it('does not expand entities', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]><urlset><url><loc>https://a.example/&b;</loc></url></urlset>`
    expect(readSitemap(bomb)?.entries[0]?.address.length).toBeLessThan(100)
  })
})

describe('a channel that is asked', () => {
  const post = (n: number): string =>
    `<div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="frontline/${n}"><a class="tgme_widget_message_forwarded_from_name" href="https://t.me/other/7">Other</a><div class="tgme_widget_message_text js-message_text">Post ${n}: the village<br>was shelled.</div><a class="tgme_widget_message_date"><time datetime="2024-11-27T0${n % 10}:00:00+00:00"></time></a></div></div>`
  const channelPage = (posts: number[], before: number | null): string =>
    `<!doctype html><html><head><meta property="og:title" content="Front Line"></head><body><section class="tgme_channel_history">${before === null ? '' : `<a class="tme_messages_more" data-before="${before}"></a>`}${posts.map(post).join('')}</section></body></html>`
  it('is read back to the last post that was known: none is lost between two askings', async () => {
    const { url, log } = await serve(() => ({
      '/s/frontline': channelPage([7, 8, 9], 7),
      '/s/frontline?before=7': channelPage([4, 5, 6], 4),
      '/s/frontline?before=4': channelPage([1, 2, 3], null),
    }))
    const subscription = subscriptionTo(`${url}/s/frontline`, { form: 'channel' })
    const first = await ask(subscription)
    expect(first.gathered.map(({ article }) => article.url)).toEqual([7, 8, 9].map(n => `https://t.me/frontline/${n}`))
    expect(first.gathered[0]?.article.text).toBe('Post 7: the village\nwas shelled.')
    expect(first.gathered[0]?.article.notes).toContainEqual(
      expect.objectContaining({ rule: 'forwarded', reason: expect.stringContaining('Other') }),
    )
    const old = { ...newPoll('river-herald', now), lastGood: now, seen: [first.seen[0] ?? ''] }
    expect((await ask(subscription, old)).gathered).toHaveLength(2)
    const long = await ask(subscription, { ...old, seen: ['unknown'] })
    expect(long.gathered).toHaveLength(9)
    expect(log.filter(path => path.startsWith('/s/'))).toHaveLength(5)
  })
  it.each([
    ['https://t.me/rybar', 'https://t.me/s/rybar'],
    ['https://t.me/s/rybar/123', 'https://t.me/s/rybar'],
    ['https://telegram.me/rybar', 'https://t.me/s/rybar'],
    ['https://t.me/+AbCdEf', null],
    ['https://example.org/rybar', null],
  ])('%s is asked at %s', (address, at) => expect(channelAddress(address)).toBe(at))
})

describe('a folder that is watched', () => {
  it('gives what was put into it since', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'fogline-folder-'))
    writeFileSync(join(dir, 'a.txt'), 'Shelling hit the port on Monday.')
    const subscription = subscriptionTo(dir, { form: 'folder' })
    const first = await ask(subscription)
    expect(first.gathered).toHaveLength(1)
    expect((await ask(subscription, after(first))).entries).toBeNull()
    writeFileSync(join(dir, 'b.txt'), 'The port was shelled again on Tuesday.')
    expect((await ask(subscription, after(first))).gathered.map(({ name }) => name)).toEqual(['b'])
  })
})

describe('what an address is', () => {
  it('is found out by looking', async () => {
    const { url } = await serve(url => ({
      '/robots.txt': `Sitemap: ${url}/news.xml`,
      '/': `<!doctype html><html><head><title>River Herald</title><link rel="alternate" type="application/rss+xml" href="/dead"><link rel="alternate" type="application/rss+xml" title="All" href="/feed"></head><body>x</body></html>`,
      '/plain': page('A page without a feed'),
      '/feed': feed(item(`${url}/a`, 'A')),
      '/news.xml':
        '<urlset><url><loc>https://a.example/1</loc><news:news><news:title>T</news:title></news:news></url></urlset>',
      '/channel': '<!doctype html><html><body><section class="tgme_channel_history"></section></body></html>',
    }))
    const of = async (path: string) => identifyAddress(`${url}${path}`, client(), { allowHosts })
    expect(await of('/')).toMatchObject({ form: 'feed', address: `${url}/feed`, name: 'River Herald', full: true })
    expect(await of('/feed')).toMatchObject({ form: 'feed', name: 'River Herald: all the news', entries: 1 })
    expect(await of('/plain')).toMatchObject({ form: 'news-sitemap', address: `${url}/news.xml` })
    expect(await of('/news.xml')).toMatchObject({ form: 'news-sitemap' })
    expect(await of('/channel')).toMatchObject({ form: 'channel' })
    expect(await identifyAddress(tmpdir(), client())).toMatchObject({ form: 'folder' })
    await expect(of('/nothing')).rejects.toThrow(/404/)
  })
})

describe('how an asking went', () => {
  const subscription = subscriptionTo('https://a.example/feed')
  const poll = newPoll('river-herald', now)
  const fail = (error: InputError, before = poll): Poll => afterFailure(subscription, before, error, now)
  const minutes = ({ due }: Poll): number => (Date.parse(due) - Date.parse(now)) / 60_000
  it('doubles the wait with each failure up to a day, and never comes sooner than the server asks', () => {
    const error = new FetchError('status', 'answered 503', { status: 503 })
    let state = poll
    const waits = Array.from({ length: 9 }, () => minutes((state = fail(error, state))))
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 960, 960])
    expect(minutes(fail(new FetchError('status', 'x', { status: 429, retryAfterMs: 7_200_000 })))).toBe(120)
    expect(state).toMatchObject({ failingSince: now, failures: 9, lastGood: null, lastError: 'answered 503' })
  })
  it('counts no failure where the host only asked for rest', () => {
    const state = fail(new FetchError('held-off', 'rest', { retryAfterMs: 600_000 }))
    expect([state.failures, state.failingSince, minutes(state)]).toEqual([0, null, 10])
  })
  it('makes an outage begin and end', () => {
    const failing = fail(new InputError('no feed'))
    expect(outageBetween(subscription, poll, failing)).toMatchObject({ from: now, to: null, reason: 'no feed' })
    expect(outageBetween(subscription, failing, fail(new InputError('no feed'), failing))).toBeNull()
    const nothing = { gathered: [], entries: 0, deferred: 0, seen: [], etag: null, lastModified: null }
    expect(outageBetween(subscription, failing, afterAnswer(subscription, failing, nothing, now))).toMatchObject({
      from: now,
      to: now,
    })
  })
})

describe('a reading list', () => {
  it('comes back as it went out', () => {
    const source = { ...herald('https://a.example/'), name: 'Herald & "Sons" <UA>', owner: 'private' as const }
    const [outline] = readOpml(writeOpml('My list', [[source, subscriptionTo('https://a.example/feed?a=1&b=2')]]))
    expect(outline).toMatchObject({
      title: 'Herald & "Sons" <UA>',
      address: 'https://a.example/feed?a=1&b=2',
      url: 'https://a.example/',
      more: { camp: 'third-party', country: 'IE', reliability: 'F', owner: 'private', every: '15', full: 'true' },
    })
  })
  it('of another reader gives its feeds, with the folders they stand in', () => {
    const list = readOpml(
      '<?xml version="1.0"?><opml version="1.0"><body><outline text="War"><outline text="Front" xmlUrl="https://a.example/f"/></outline><outline title="No feed"/><OUTLINE TEXT="B" XMLURL="https://b.example/f"/></body></opml>',
    )
    expect(list.map(({ title, folders }) => [title, folders])).toEqual([
      ['Front', ['War']],
      ['B', []],
    ])
    expect(() => readOpml('<rss></rss>')).toThrow(/OPML/)
  })
})
