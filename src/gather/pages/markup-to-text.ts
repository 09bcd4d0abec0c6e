import { compile, type HtmlToTextOptions } from 'html-to-text'
import { dropControls } from '../drop-controls.ts'
import { nestsDeeper } from '../nests-deeper.ts'

/** Markup that nests deeper loses its layout and keeps its words; the parser takes time with the square of the depth. */
const DEEPEST = 600
/** Shorter markup cannot nest so deep as to matter, in characters. */
const LONG = 5_000

/** Cells of a row side by side, so that a table of figures keeps its order: `Tanks | 12 | +3`. */
const formatRow: NonNullable<HtmlToTextOptions['formatters']>[string] = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 })
  const cells = element.children.filter(child => child.name === 'td' || child.name === 'th')
  cells.forEach((cell, at) => {
    if (at > 0) builder.addInline(' | ')
    walk(cell.children, builder)
  })
  builder.closeBlock({ trailingLineBreaks: 1 })
}

const heading = { options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 2 } }
const skipped = [
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'img',
  'video',
  'audio',
  'form',
  'button',
  'select',
]

const toText = compile({
  wordwrap: false,
  limits: { maxInputLength: 1 << 26, maxDepth: 1_000 },
  formatters: { row: formatRow },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(selector => ({ selector, ...heading })),
    { selector: 'ul', options: { itemPrefix: '- ', leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: 'ol', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: 'blockquote', format: 'block', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: 'table', format: 'block', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: 'tr', format: 'row' },
    { selector: 'hr', format: 'skip' },
    { selector: 'wbr', format: 'skip' },
    { selector: 'pre', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    ...skipped.map(selector => ({ selector, format: 'skip' })),
  ],
})

/**
 * The words of some HTML, block by block in order: a blank line between blocks, list items with "- ", table rows on lines
 * of their own. Scripts, forms, pictures and links' addresses are left out.
 */
export function markupToText(html: string): string {
  if (html.length > LONG && nestsDeeper(html, DEEPEST)) return markupToText(html.replace(/<[^<>]*>/g, ' '))
  return dropControls(toText(html))
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
