const PROPERTIES = new Set(
  'azimuth clear color cursor direction display elevation float font font-family font-size font-style font-variant font-weight height letter-spacing line-height list-style list-style-type overflow pause speech-rate text-align text-decoration text-indent unicode-bidi vertical-align voice-family volume white-space width'.split(
    ' ',
  ),
)
/** Families of which every property is layout or colour; a picture is an address, which no value may be. */
const FAMILIES = /^(?:background|border|margin|padding)(?:-[a-z-]+)?$/
/** Background properties that name or tile a picture. */
const PICTURED = /^background-(?:image|repeat|attachment|clip|origin|size)$/
/** Words, numbers with units, colours and `rgb()`; nothing that can name an address or a function. */
const VALUE =
  /^(?:\s*(?:!?[a-z-]+|#[\da-f]{3,8}|[+-]?\d*\.?\d+(?:[a-z]{1,4}|%)?|rgba?\(\s*[\d.%]+(?:\s*,\s*[\d.%]+){2,3}\s*\)|'[\w -]*'|"[\w -]*")\s*,?)+$/i
const LONGEST = 100

const isLayout = (property: string): boolean =>
  PROPERTIES.has(property) || (FAMILIES.test(property) && !PICTURED.test(property))

/** A `style` attribute with plain layout and colour only: properties by allow-list, values without addresses or functions. */
export function cleanStyle(style: string): string {
  const kept = style
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(';')
    .flatMap(declaration => {
      const at = declaration.indexOf(':')
      const property = declaration.slice(0, at).trim()
      const value = declaration.slice(at + 1).trim()
      const allowed = at > 0 && isLayout(property.toLowerCase()) && value.length <= LONGEST && VALUE.test(value)
      return allowed ? [`${property}: ${value};`] : []
    })
  return kept.join(' ')
}
