import { appendFileSync, mkdtempSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openTranslationFile } from './translation-file.ts'
import { createTranslator, type TranslatorOptions } from './translator.ts'

interface Asked {
  readonly q: string[]
  readonly source: string
  readonly target: string
  readonly api_key?: string
}
type Answer = (asked: Asked, response: ServerResponse, count: number) => void

let server: Server | null = null
const asked: Asked[] = []
const waits: number[] = []

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  server = null
  asked.length = 0
  waits.length = 0
})

async function bodyOf(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString()) as Asked
}

const send = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body))
}
const shout: Answer = ({ q }, response) => send(response, 200, { translatedText: q.map(text => text.toUpperCase()) })

/** A translation server of our own, and a translator that asks it without waiting in between. */
async function open(answer: Answer, more: Partial<TranslatorOptions> = {}) {
  server = createServer((request, response) => {
    void bodyOf(request).then(body => {
      asked.push(body)
      answer(body, response, asked.length)
    })
  })
  await new Promise<void>(done => server?.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const wait = async (ms: number): Promise<void> => void waits.push(ms)
  return createTranslator({ url, key: null, wait, ...more })
}

describe('a translation server', () => {
  it('is sent texts with their language and the key, and gives them back one for one', async () => {
    const translator = await open(shout, { key: 'k-1' })
    expect(await translator.translate(['міст', 'річка'], 'uk')).toEqual(['МІСТ', 'РІЧКА'])
    expect(asked).toEqual([{ q: ['міст', 'річка'], source: 'uk', target: 'en', format: 'text', api_key: 'k-1' }])
  })

  it('is never sent the same passage twice', async () => {
    const translator = await open(shout)
    await translator.translate(['one', 'two', 'one'], 'uk')
    expect(await translator.translate(['two', 'three', ''], 'uk')).toEqual(['TWO', 'THREE', ''])
    expect(asked.map(({ q }) => q)).toEqual([['one', 'two'], ['three']])
  })

  it('is sent a long report in several requests', async () => {
    const texts = Array.from({ length: 90 }, (_, at) => `line ${at} ${'x'.repeat(60)}`)
    const translator = await open(shout)
    expect(await translator.translate(texts, 'uk')).toEqual(texts.map(text => text.toUpperCase()))
    expect(asked.length).toBeGreaterThan(2)
    expect(Math.max(...asked.map(({ q }) => q.length))).toBeLessThanOrEqual(40)
  })

  it('that is busy is asked again after the wait it names, and one that fails after a growing one', async () => {
    const translator = await open((body, response, count) => {
      if (count === 1) return send(response, 429, { error: 'slow down' }, { 'retry-after': '7' })
      if (count === 2) return send(response, 503, 'down')
      shout(body, response, count)
    })
    expect(await translator.translate(['one'], 'uk')).toEqual(['ONE'])
    expect(waits).toEqual([7000, 2000])
  })

  it.each<[string, Answer, RegExp, number]>([
    [
      'refuses',
      (_, response) => send(response, 400, { error: 'uk is not supported' }),
      /answers 400: uk is not supported/,
      1,
    ],
    ['keeps failing', (_, response) => send(response, 500, 'x'), /answers 500/, 3],
    ['never answers', () => undefined, /gives no answer in 150 ms/, 3],
    ['gives something else', (_, response) => send(response, 200, '<html>'), /answers with something else/, 1],
    ['gives too few texts', (_, response) => send(response, 200, { translatedText: ['a'] }), /something else/, 1],
    ['gives empty texts', (_, response) => send(response, 200, { translatedText: ['a', ' '] }), /something else/, 1],
    [
      'sends us elsewhere',
      (_, response) => send(response, 302, '', { location: 'http://127.0.0.1:9/' }),
      /cannot be reached/,
      3,
    ],
    ['hangs up', (_, response) => void response.destroy(), /cannot be reached/, 3],
  ])('that %s fails with one line', async (_, answer, line, requests) => {
    const translator = await open(answer, { timeoutMs: 150 })
    const failed = await translator.translate(['one', 'two'], 'uk').catch((error: Error) => error.message)
    expect(failed).toMatch(line)
    expect(String(failed)).not.toContain('\n')
    expect(asked).toHaveLength(requests)
  })

  it('that failed three times in a row is left alone', async () => {
    const translator = await open((_, response) => send(response, 400, { error: 'no' }))
    for (const text of ['a', 'b', 'c', 'd', 'e']) await translator.translate([text], 'uk').catch(() => undefined)
    expect(asked).toHaveLength(3)
  })

  it.each(['', 'localhost:5000', 'file:///etc/passwd', 'not an address'])('is not at "%s"', url => {
    expect(() => createTranslator({ url, key: null })).toThrow(/expected an http\(s\) address/)
  })
})

describe('translations kept in a file', () => {
  it('are there the next time, whatever a crash left behind', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'fogline-translations-')), 'kept.jsonl')
    openTranslationFile(path).set('a', 'one')
    appendFileSync(path, '{"key":"b","te')
    openTranslationFile(path).set('c', 'three')
    const kept = openTranslationFile(path)
    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual(['one', undefined, 'three'])
  })
})
