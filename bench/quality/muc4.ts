import { InputError, type Instant } from '#domain'
import { type ReadThrough, readThrough } from '#read'
import { openGrammar } from '#read/model'
import { loadTheatre } from '#theatre'
import { findVictims } from '../../src/read/victims.ts'
import { listFiles, readText } from './data-files.ts'

/** What the answer keys say of one message, its required templates taken together. */
interface Key {
  /** First and last day of each date that counts as right for the first template, ISO; empty where it has none. */
  readonly dates: readonly (readonly [from: string, to: string])[]
  /** How many people were targets, one number a group; groups of unknown size are left out. */
  readonly numbers: ReadonlySet<number>
  /** The organisation named and how sure the text is of it. */
  readonly organisation: { readonly names: readonly string[]; readonly confidence: string } | null
}

interface Message {
  readonly id: string
  readonly day: string
  readonly text: string
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** "04 FEB 90" as an ISO day; null for anything else. */
function dayOf(words: string): string | null {
  const found = /(\d{1,2}) ([A-Z]{3})[A-Z]* (\d{2})\b/.exec(words)
  const month = MONTHS.indexOf(found?.[2]?.toLowerCase() ?? '')
  return found && month >= 0
    ? `19${found[3]}-${String(month + 1).padStart(2, '0')}-${found[1]?.padStart(2, '0')}`
    : null
}

/** The dates of a fill: alternatives parted by slashes, ranges by hyphens; "- 04 FEB 90" is by that day, of which the day itself is taken. */
const datesOf = (fill: string): Key['dates'] =>
  fill.split('/').flatMap(part => {
    const days = [...part.matchAll(/\d{1,2} [A-Z]{3} \d{2}/g)]
      .map(([words]) => dayOf(words))
      .filter(day => day !== null)
    const [from, to = from] = days
    return from === undefined || to === undefined ? [] : [[from, to] as const]
  })

/** The capital letters of a telex as sentence case, so that its words have the classes they have in print. */
function inSentenceCase(text: string): string {
  const lower = text.toLowerCase().replace(/\n(?!\n)/g, ' ')
  return lower
    .replace(/(^|[.!?"]\s+|\n\s*)(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(
      /\b(?:jan|feb|march|april|june|july|aug|sept|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday)/g,
      word => word[0]?.toUpperCase() + word.slice(1),
    )
}

function messagesIn(text: string): Message[] {
  return text.split(/^(?=(?:DEV|TST\d)-MUC[34]-\d{4})/m).flatMap(part => {
    const id = /^(\S+-MUC[34]-\d{4})/.exec(part)?.[1]
    const body = part.split(/\[TEXT\]/)[1] ?? part.split(' -- ')[1]
    const day = dayOf(part.slice(0, 200))
    return id && body && day ? [{ id, day, text: inSentenceCase(body.trim()) }] : []
  })
}

/** The fills of one slot of a template, its continuation lines included. */
function fillsOf(template: string, slot: number): readonly string[] {
  const lines = template.split('\n')
  const first = lines.findIndex(line => line.startsWith(`${slot}. `))
  const next = lines.findIndex((line, at) => at > first && !line.startsWith(' '.repeat(FILL)))
  return (first < 0 ? [] : lines.slice(first, next < 0 ? undefined : next))
    .map(line => line.slice(FILL).trim())
    .filter(fill => fill !== '-' && fill !== '*' && fill !== '')
}
/** The column at which the fill of a slot begins. */
const FILL = 36

function keysIn(text: string): ReadonlyMap<string, Key> {
  const keys = new Map<string, Key>()
  for (const template of text.split(/^(?=0\. {2}MESSAGE: ID)/m)) {
    const id = /^0\. {2}MESSAGE: ID\s+(\S+)/.exec(template)?.[1]
    const optional = /^1\. .*OPTIONAL/m.test(template)
    if (!id || optional || fillsOf(template, 1).length === 0) continue
    const known = keys.get(id)
    const numbers = fillsOf(template, 21)
      .flatMap(fill => /^(\d+)\b/.exec(fill)?.[1] ?? [])
      .map(Number)
    const confidence = /^([A-Z ]+?):/.exec(fillsOf(template, 11)[0] ?? '')?.[1] ?? null
    const names = [...(fillsOf(template, 10)[0] ?? '').matchAll(/"([^"]+)"/g)].map(match =>
      (match[1] ?? '').toLowerCase(),
    )
    keys.set(id, {
      dates: known?.dates ?? datesOf(fillsOf(template, 2)[0] ?? ''),
      numbers: new Set([...(known?.numbers ?? []), ...numbers]),
      organisation: known?.organisation ?? (confidence && names.length > 0 ? { names, confidence } : null),
    })
  }
  return keys
}

const DEEDS =
  /^(?:attack|bomb|bombing|explosion|explode|kidnap|kidnapping|assassinate|assassination|murder|kill|die|death|wound|dynamite|burn|shoot|massacre|ambush|blast|raid|detonate|abduct|destroy)$/

/** The day of the first deed told: of the first sentence that tells of one and has a day, else of the message. */
function readDay({ found }: ReadThrough, { day }: Message): string {
  const { document, times } = found
  for (const { index, tokens } of document.sentences.slice(0, 12)) {
    if (!document.tokens.slice(...tokens).some(({ lemma }) => DEEDS.test(lemma))) continue
    const time = times.find(
      ({ end, sentence, start }) => sentence === index && start !== null && start === end && start <= day,
    )
    if (time?.start) return time.start.slice(0, 10)
  }
  return day
}

/** How many people the text says suffered something, one number a group; single persons are so common that one is always among them, as in the baseline. */
const readNumbers = ({ found: { document } }: ReadThrough): ReadonlySet<number> =>
  new Set([1, ...findVictims(document, document.sentences).flatMap(({ count }) => count ?? [])])

/** How sure the text is of who did it, by how it speaks in the sentences that name them: who claims, who accuses, what hedges. */
function readConfidence({ found, parts }: ReadThrough, names: readonly string[]): string {
  const { document } = found
  const kinds = document.sentences.flatMap(({ index, span, tokens }) => {
    const words = document.report.text.slice(...span).toLowerCase()
    if (!names.some(name => words.includes(name))) return []
    const lemmas = document.tokens.slice(...tokens).map(({ lemma }) => lemma)
    const has = (...wanted: readonly string[]): boolean => wanted.some(word => lemmas.includes(word))
    if (has('responsibility') && has('claim', 'admit', 'assume', 'take')) return ['CLAIMED OR ADMITTED']
    if (has('accuse', 'blame', 'attribute', 'suspect', 'charge', 'responsible'))
      return ['SUSPECTED OR ACCUSED BY AUTHORITIES']
    const hedged = parts.hedges.some(({ sentence }) => sentence === index)
    const claimed = (parts.attributions[index] ?? []).some(({ cueKind }) => cueKind === 'claims')
    return lemmas.some(lemma => DEEDS.test(lemma)) ? [hedged || claimed ? 'POSSIBLE' : FACT] : []
  })
  return kinds.find(kind => kind === 'CLAIMED OR ADMITTED') ?? kinds[0] ?? FACT
}
const FACT = 'REPORTED AS FACT'

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0)

/** F1 of sets of numbers over all messages. */
function setScore(pairs: readonly (readonly [wanted: ReadonlySet<number>, read: ReadonlySet<number>])[]): number {
  const both = pairs.reduce((sum, [wanted, read]) => sum + [...read].filter(value => wanted.has(value)).length, 0)
  return share(
    2 * both,
    pairs.reduce((sum, [wanted, read]) => sum + wanted.size + read.size, 0),
  )
}

/** One message with its keys, as read. */
interface Pair {
  readonly message: Message
  readonly key: Key
  readonly read: ReadThrough
}

const scoreDates = (pairs: readonly Pair[]): Record<string, number> => {
  const dated = pairs.filter(({ key }) => key.dates.length > 0)
  const isRight = ({ dates }: Key, day: string): boolean => dates.some(([from, to]) => day >= from && day <= to)
  return {
    date: share(dated.filter(({ key, message, read }) => isRight(key, readDay(read, message))).length, dated.length),
    dateBaseline: share(dated.filter(({ key, message }) => isRight(key, message.day)).length, dated.length),
  }
}

const scoreNumbers = (pairs: readonly Pair[]): Record<string, number> => ({
  number: setScore(pairs.map(({ key, read }) => [key.numbers, readNumbers(read)])),
  numberBaseline: setScore(pairs.map(({ key }) => [key.numbers, new Set([1])])),
})

const scoreConfidence = (pairs: readonly Pair[]): Record<string, number> => {
  const named = pairs.flatMap(({ key: { organisation }, read }) => (organisation ? [{ organisation, read }] : []))
  const right = named.filter(
    ({ organisation, read }) => readConfidence(read, organisation.names) === organisation.confidence,
  )
  const facts = named.filter(({ organisation }) => organisation.confidence === FACT)
  return { confidence: share(right.length, named.length), confidenceBaseline: share(facts.length, named.length) }
}

/**
 * Reads MUC-3/4 messages of attacks in Latin America, 1989–90, and scores three slots of their answer keys: `date` (share of messages whose first
 * incident's day is right), `number` (F1 over the sizes of groups of human targets), `confidence` (share of messages that name an organisation, whose
 * name is given, for which the degree of confidence is right). Beside each a baseline: the message's own date, the number 1, "reported as fact".
 * Messages without an incident are left out, and so are optional templates. The telex capitals are turned to sentence case first. The folder holds
 * `*muc3*`, `*muc4*` texts and `key-*` files.
 */
export async function run(dataPath: string): Promise<Record<string, number>> {
  const keys = new Map(listFiles(dataPath, /^key-|\/key-[^/]*$/).flatMap(path => [...keysIn(readText(path))]))
  const files = listFiles(dataPath, /(?:^|\/)(?:dev-muc3-\d|tst\d-muc[34])[^/]*$/)
  const context = { theatre: loadTheatre('ukraine'), gazetteer: null, grammar: openGrammar() }
  const pairs = files
    .flatMap(path => messagesIn(readText(path)))
    .flatMap(message => {
      const key = keys.get(message.id)
      if (!key) return []
      const publishedAt = `${message.day}T00:00:00.000Z` as Instant
      const report = { title: null, outlet: null, publishedAt, url: null, language: 'en', text: message.text }
      return [{ key, message, read: readThrough(report, context) }]
    })
  if (pairs.length === 0) throw new InputError(`muc4: expected MUC-4 texts and key-* files in ${dataPath}.`)
  return { messages: pairs.length, ...scoreDates(pairs), ...scoreNumbers(pairs), ...scoreConfidence(pairs) }
}
