import { foldName } from '#kit'
import { canonicalUrl, carriedUrl } from './editions/canonical-url.ts'
import type { Draft } from './gathered.ts'

/** Sites that show others' reports as their own pages: a report there is its outlet's, or nobody's that is known. */
const HOSTS =
  /(?:^|\.)(?:news\.google\.[a-z.]+|(?:news|finance|sports|ca|uk|au|sg)\.yahoo\.com|yahoo\.com|msn\.com|apple\.news|newsbreak\.com|flipboard\.com|smartnews\.com|dzen\.ru|news\.mail\.ru|rambler\.ru|ukr\.net|inoreader\.com|feedly\.com|ground\.news|upday\.com|opera\.news|newsnow\.co\.uk)$/
/** Their names, folded, as feeds and pages give them. */
const NAMES =
  /^(?:google news|yahoo(?: news| finance)?|msn(?:com)?|microsoft start|apple news|newsbreak|flipboard|smartnews|rambler|ukrnet|inoreader|feedly|ground news|upday|newsnow)\b|\bgoogle news$/

const hostOf = (url: string | null): string =>
  url !== null && URL.canParse(url) ? new URL(url).hostname.toLowerCase() : ''

/** True for the address of a page that shows another's report. */
export const isAggregator = (url: string | null): boolean => HOSTS.test(hostOf(url))

const isNamed = (outlet: string | null): boolean => outlet !== null && NAMES.test(foldName(outlet))

/** "Bridge hit - River Herald": the title and the outlet some aggregators write after it. */
function splitTitle(title: string | null): { title: string | null; outlet: string | null } {
  const found = /^(.{8,}?)\s+[-–—|]\s+([^-–—|]{2,60})$/u.exec(title ?? '')
  return found ? { title: found[1] ?? title, outlet: found[2]?.trim() ?? null } : { title, outlet: null }
}

/** A page of Yahoo or MSN names the outlet as its byline: "Reuters", "By Reuters Staff". */
const isOutletName = (byline: string | null): byline is string =>
  byline !== null && byline.split(/\s+/).length <= 3 && !/,| and /.test(byline)

/**
 * A report that came through an aggregator, as its outlet's own: the address that a link carries is taken out of it, and
 * an aggregator's name is not taken for an outlet. Where the outlet cannot be told, it is left unknown, so that two such
 * reports never count as two voices. Any other report is returned as it is. `url`: where the body came from.
 */
export function throughAggregator(draft: Draft, url: string | null): Draft {
  const address = draft.url === null ? null : carriedUrl(draft.url)
  const host = hostOf(address ?? url)
  const listed = draft.outlet !== null && isNamed(draft.outlet)
  if (!HOSTS.test(host) && !listed) return address === draft.url ? draft : { ...draft, url: address }
  const aggregator = listed ? draft.outlet : host
  const elsewhere = address !== null && !HOSTS.test(host) && canonicalUrl(address) !== null
  const split = elsewhere ? { title: draft.title, outlet: null } : splitTitle(draft.title)
  const named =
    listed || draft.outlet === null
      ? (split.outlet ?? (isOutletName(draft.byline) ? draft.byline : null))
      : draft.outlet
  const outlet = elsewhere && named === draft.byline ? null : named
  const cut = outlet !== null && outlet === split.outlet
  const whose = outlet ?? (elsewhere ? hostOf(address) : 'an outlet that it does not name')
  return {
    ...draft,
    title: cut ? split.title : draft.title,
    outlet,
    url: address,
    notes: [
      ...draft.notes,
      { rule: 'through-aggregator', reason: `Came through ${aggregator}; the report is of ${whose}.`, span: null },
    ],
  }
}
