import { Parser } from 'htmlparser2'

/** The text that HTML character entities stand for (`&eacute;`, `&#38;`); anything else stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  let decoded = ''
  const parser = new Parser({
    ontext: part => {
      decoded += part
    },
  })
  parser.end(text.replace(/</g, '&lt;'))
  return decoded
}

/** Named entities that HTML knows and XML does not, decoded; what XML itself needs escaped stays so. */
export function decodeHtmlEntities(xml: string): string {
  const known = new Map<string, string>()
  return xml.replace(/&(?!(?:amp|lt|gt|quot|apos);)[a-z]\w{1,30};/gi, entity => {
    const text = known.get(entity) ?? decodeEntities(entity)
    known.set(entity, text)
    return text
  })
}
