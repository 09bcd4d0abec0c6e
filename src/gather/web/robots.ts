import robotsParserModule from 'robots-parser'
import type { FetchedBody } from './fetch-body.ts'
import { FetchError } from './fetch-error.ts'

// The package is CommonJS whose types speak of a default export.
const robotsParser = robotsParserModule as unknown as (url: string, text: string) => Rules

interface Rules {
  isAllowed(url: string, agent?: string): boolean | undefined
  getCrawlDelay(agent?: string): number | undefined
  getSitemaps(): string[]
}

/** What a site's robots.txt says to Fogline (RFC 9309). */
export interface RobotsRules {
  allows(url: string): boolean
  /** Milliseconds it asks to leave between two askings, 0 where it says nothing; at most a minute. */
  readonly delayMs: number
  /** Addresses of sitemaps. */
  readonly sitemaps: readonly string[]
}

/** The name Fogline goes by in robots.txt. */
export const ROBOTS_NAME = 'Fogline'
/** As much of a robots.txt as RFC 9309 asks to be read: 500 KiB. */
export const ROBOTS_BYTES = 500 * 1024
const LONGEST_LINE = 2000
const MOST_DELAY_MS = 60_000

const ALLOW_ALL: RobotsRules = { allows: () => true, delayMs: 0, sitemaps: [] }
const REFUSE_ALL: RobotsRules = { allows: () => false, delayMs: 0, sitemaps: [] }

/** The rules of a robots.txt. A line that is longer than any address is left out: matching takes its length times the address's. */
export function parseRobots(url: string, text: string): RobotsRules {
  const lines = text.split(/\r\n|\r|\n/).filter(line => line.length <= LONGEST_LINE)
  const rules = robotsParser(url, lines.join('\n'))
  const delay = rules.getCrawlDelay(ROBOTS_NAME) ?? 0
  return {
    // Undefined: the address is of another site, of which this file says nothing.
    allows: address => rules.isAllowed(address, ROBOTS_NAME) !== false,
    delayMs: Number.isFinite(delay) ? Math.min(MOST_DELAY_MS, Math.max(0, delay * 1000)) : 0,
    sitemaps: rules.getSitemaps(),
  }
}

/**
 * The rules of a site, by how its server answers for robots.txt (RFC 9309, section 2.3.1): none there (4xx) allows
 * everything; a fault of the server, or "too many requests", refuses everything for now.
 */
export async function readRobots(url: string, fetchIt: () => Promise<FetchedBody>): Promise<RobotsRules> {
  try {
    const { body } = await fetchIt()
    return parseRobots(url, new TextDecoder().decode(body.subarray(0, ROBOTS_BYTES)))
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    if (error.trouble === 'status' && !error.isPassing) return ALLOW_ALL
    if (error.trouble === 'too-large') return ALLOW_ALL
    if (error.trouble === 'status') return REFUSE_ALL
    throw error
  }
}
