import { Parser } from 'htmlparser2'
import { cleanStyle } from './clean-style.ts'
import { decodeEntities } from './entities.ts'
import { resolveUrl } from './xml-tree.ts'

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Elements that say or lay out text. What is not listed loses its tags and keeps its words. */
const ELEMENTS = list(
  'a abbr acronym address area article aside audio b bdi bdo big blockquote br button canvas caption center cite code col colgroup command datagrid datalist dd del details dfn dialog dir div dl dt em event-source fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i img input ins kbd keygen label legend li m map menu meter multicol nav nextid noscript ol optgroup option output p pre progress q rb rbc rp rt rtc ruby s samp section select small sound source spacer span strike strong sub summary sup table tbody td textarea tfoot th thead time tr tt u ul var video wbr',
)
/** Elements that go with all they hold. */
const EMPTIED = list('script style applet template svg math')
const VOID = list('area br col hr img input keygen source wbr command nextid')
const ATTRIBUTES = list(
  'abbr accept accept-charset accesskey action align alt autocomplete autofocus axis background balance bgcolor bgproperties border bordercolor bordercolordark bordercolorlight bottompadding cellpadding cellspacing ch challenge char charoff charset checked choff cite class clear color cols colspan compact contenteditable controls coords data datafld datapagesize datasrc datetime default delay dir disabled draggable dynsrc enctype end face for form frame galleryimg gutter headers height hidden hidefocus high href hreflang hspace icon id inputmode ismap keytype label lang leftspacing list longdesc loop loopcount loopend loopstart low lowsrc max maxlength media method min multiple name nohref noshade nowrap open optimum pattern ping point-size poster pqg preload prompt radiogroup readonly rel repeat-max repeat-min replace required rev rightspacing rows rowspan rules scope selected shape size span src start step summary suppress tabindex target template title toppadding type unselectable urn usemap valign value variable volume vrml vspace width wrap xml:lang',
)
const ADDRESSES = list('action background cite data href icon longdesc poster src usemap dynsrc lowsrc')
const SCHEMES = list(
  'http: https: mailto: tel: ftp: news: nntp: irc: ircs: magnet: sip: sips: xmpp: geo: urn: feed: tag:',
)

/** Marks that are not written as entities yet; entities stay as the feed wrote them. */
const escapeText = (text: string): string =>
  text
    .replace(/&(?!#\d+;|#x[\da-f]+;|[a-z]\w*;)/gi, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')

const escape = (text: string): string => escapeText(text).replace(/"/g, '&quot;')

/** An address as it may stand in cleaned markup; null where it could do something (`javascript:`, `data:`). */
function safeAddress(address: string, base: string | null): string | null {
  const whole = resolveUrl(address, base)
  // Browsers skip blanks and control characters inside a scheme.
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(whole.replace(/[\0-\x20]/g, ''))?.[0].toLowerCase()
  return scheme === undefined || SCHEMES.has(scheme) ? whole : null
}

function styleAttribute(value: string): string[] {
  const style = cleanStyle(decodeEntities(value))
  return style === '' ? [] : [` style="${escape(style)}"`]
}

function openTag(tag: string, attributes: Readonly<Record<string, string>>, base: string | null): string {
  const kept = Object.entries(attributes).flatMap(([name, value]) => {
    if (name === 'style') return styleAttribute(value)
    if (!ATTRIBUTES.has(name)) return []
    const safe = ADDRESSES.has(name) && value !== '' ? safeAddress(decodeEntities(value), base) : value
    return [` ${name}="${escape(safe ?? '')}"`]
  })
  return `<${tag}${kept.join('')}${VOID.has(tag) ? ' />' : '>'}`
}

/**
 * Markup of a feed without anything that runs, loads or styles: elements and attributes by allow-list, addresses made
 * whole against `base`, tags closed. The result is HTML; it is escaped again wherever it is shown as text.
 */
export function cleanMarkup(html: string, base: string | null): string {
  let cleaned = ''
  let emptied = 0
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        if (EMPTIED.has(tag)) emptied += 1
        else if (emptied === 0 && ELEMENTS.has(tag)) cleaned += openTag(tag, attributes, base)
      },
      ontext: text => {
        if (emptied === 0) cleaned += escapeText(text)
      },
      onclosetag: tag => {
        if (EMPTIED.has(tag)) emptied = Math.max(0, emptied - 1)
        else if (emptied === 0 && ELEMENTS.has(tag) && !VOID.has(tag)) cleaned += `</${tag}>`
      },
    },
    { decodeEntities: false },
  )
  // Frames take all that follows for raw text when they are closed in themselves; a closed break counts twice.
  parser.end(html.replace(/<\/?iframe\b[^>]*>|<\/br\s*>/gi, ''))
  return cleaned.trim()
}
