import sanitizeHtml from 'sanitize-html'
import { dropControlsIn } from '../drop-controls.ts'
import { nestsDeeper } from '../nests-deeper.ts'
import { cleanStyle } from './clean-style.ts'
import { decodeEntities } from './entities.ts'
import { resolveUrl } from './xml-tree.ts'

const list = (words: string): readonly string[] => words.split(/\s+/)

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
const ADDRESSES = list('action ping background cite data href icon longdesc poster src usemap dynsrc lowsrc')
const SCHEMES = list('http https mailto tel ftp news nntp irc ircs magnet sip sips xmpp geo urn feed tag')
/** No text nests its elements so deep; where one does, only its words are kept. */
const DEEPEST = 200

/** An address as it may stand in cleaned markup; empty where it could do something (`javascript:`, `data:`). */
function safeAddress(address: string, base: string | null): string {
  const whole = resolveUrl(address, base)
  // Browsers skip blanks and control characters inside a scheme.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(whole.replace(/[\0-\x20]/g, ''))?.[1]?.toLowerCase()
  return scheme === undefined || SCHEMES.includes(scheme) ? whole : ''
}

/** As an attribute whose entities are not looked at again: what a decoded address holds must not be decoded twice. */
const escapeAddress = (address: string): string => address.replace(/&/g, '&amp;')

function styleOf(value: string): [string, string][] {
  const style = cleanStyle(decodeEntities(value))
  return style === '' ? [] : [['style', style]]
}

/** Attributes in the order of their names, addresses made whole, styles without what loads. */
function cleanAttributes(attributes: Readonly<Record<string, string>>, base: string | null): Record<string, string> {
  const names = Object.keys(attributes).sort()
  return Object.fromEntries(
    names.flatMap(name => {
      const value = attributes[name] ?? ''
      if (name === 'style') return styleOf(value)
      const isAddress = ADDRESSES.includes(name) && value !== ''
      return [[name, isAddress ? escapeAddress(safeAddress(decodeEntities(value), base)) : value]]
    }),
  )
}

/** The library's types do not know its `allowedEmptyAttributes` yet. */
const RULES: sanitizeHtml.IOptions & { readonly allowedEmptyAttributes: string[] } = {
  allowedTags: [...ELEMENTS],
  allowedAttributes: { '*': [...ATTRIBUTES, 'style'] },
  nonTextTags: [...EMPTIED],
  selfClosing: [...VOID],
  allowedEmptyAttributes: [...ATTRIBUTES],
  nonBooleanAttributes: [],
  allowedSchemes: [...SCHEMES],
  allowedSchemesAppliedToAttributes: [...ADDRESSES],
  // `cleanStyle` has looked at it; the library's own check would load a whole CSS parser.
  parseStyleAttributes: false,
  // Entities stay as the feed wrote them; addresses and styles are decoded before they are judged.
  parser: { decodeEntities: false },
  enforceHtmlBoundary: false,
}

/**
 * Markup of a feed without anything that runs, loads or styles: elements and attributes by allow-list, addresses made
 * whole against `base`, tags closed. The result is HTML; it is escaped again wherever it is shown as text.
 */
export function cleanMarkup(html: string, base: string | null): string {
  // Frames take all that follows for raw text when they are closed in themselves; a closed break counts twice.
  const mended = dropControlsIn(html)
    .replace(/<\/?iframe\b[^<>]*>|<\/br\s*>/gi, '')
    .replace(/&#X(?=[\da-f]+;)/gi, '&#x')
  if (nestsDeeper(mended, DEEPEST)) return sanitizeHtml(mended.replace(/<[^<>]*>/g, ' '), RULES).trim()
  return sanitizeHtml(mended, {
    ...RULES,
    transformTags: { '*': (tagName, attribs) => ({ tagName, attribs: cleanAttributes(attribs, base) }) },
  }).trim()
}
