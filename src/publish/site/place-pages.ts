import { html } from 'hono/html'
import { BAND_WORDS, dayOf } from '#domain'
import { groupBy } from '#kit'
import { AS_BEFORE, controlAt, NOBODY_SPOKE, type PlaceHead, placeHead } from '#publish/api'
import { type Markup, table } from './layout.ts'
import type { SiteFile, SiteInput, WritePage } from './site-pages.ts'
import { claimItem, fileOf } from './story-pages.ts'

const RECENT = 40

/** A page for every place with a line of control, and their list with who holds each. */
export async function* placePages(input: SiteInput, write: WritePage): AsyncGenerator<SiteFile> {
  const { ledger, theatre, asOf } = input
  const steps = groupBy(await ledger.control({ asOf }), ({ place }) => place)
  const rows: (readonly (Markup | string)[])[] = []
  for (const id of [...steps.keys()].sort()) {
    const head = placeHead(theatre, id) ?? {
      id,
      name: id,
      kind: null,
      lat: null,
      lon: null,
      admin: null,
      country: null,
    }
    const control = await controlAt(ledger, head, { on: dayOf(asOf), asOf })
    yield await write(
      `place/${fileOf(id)}.html`,
      `${head.name} · ${theatre.name}`,
      await placeBody(input, head, control),
    )
    const { holder, likelihood, confidence, since, said } = control
    const sure = !said || likelihood === null ? UNSAID : `${BAND_WORDS[likelihood]}, ${confidence} confidence`
    const from = said ? (since ?? '') : ''
    rows.push([html`<a href="place/${fileOf(id)}.html">${head.name}</a>`, nameOf(input, holder), sure, from])
  }
  const body = html`<h1>Places</h1><p class="counts">Who is said to hold what on ${dayOf(asOf)}.</p>${table(['place', 'holder', 'how sure', 'since'], rows)}`
  yield await write('places.html', `Places · ${theatre.name}`, body)
}

/** How sure a holder is whom no claim names, in the list of places. */
const UNSAID = 'before the war; nobody has spoken of it since'

function sureWords({ since, likelihood, confidence, said }: Awaited<ReturnType<typeof controlAt>>): string {
  if (since === null) return `. ${NOBODY_SPOKE}`
  return said ? `, since ${since}: ${BAND_WORDS[likelihood]}, ${confidence} confidence` : `. ${AS_BEFORE}`
}

const nameOf = ({ theatre }: SiteInput, party: string): string =>
  theatre.parties.find(({ id }) => id === party)?.name ?? party

async function placeBody(
  input: SiteInput,
  head: PlaceHead,
  control: Awaited<ReturnType<typeof controlAt>>,
): Promise<Markup> {
  const { ledger, asOf } = input
  const { rows: claims } = await ledger.claims({ place: head.id, asOf, limit: RECENT })
  const lines = [['Fogline', control.line] as const, ...Object.entries(control.claimants)]
  return html`<h1>${head.name}</h1><p>${nameOf(input, control.holder)}${sureWords(control)}</p>
${lines.map(
  ([who, line]) =>
    html`<h2>Line of ${who}</h2>${table(
      ['from', 'holder', 'how sure', 'claims'],
      line.map(step => [step.from, nameOf(input, step.holder), BAND_WORDS[step.likelihood], step.because.join(' ')]),
    )}`,
)}
<h2>Newest claims</h2><ul class="words">${claims.map(claim => claimItem(claim, null))}</ul>`
}
