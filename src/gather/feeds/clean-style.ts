const PROPERTIES = new Set(
  'azimuth background background-color border border-bottom border-bottom-color border-collapse border-color border-left border-left-color border-right border-right-color border-top border-top-color border-style border-width clear color cursor direction display elevation float font font-family font-size font-style font-variant font-weight height letter-spacing line-height list-style list-style-type margin margin-bottom margin-left margin-right margin-top overflow padding padding-bottom padding-left padding-right padding-top pause speech-rate text-align text-decoration text-indent unicode-bidi vertical-align voice-family volume white-space width'.split(
    ' ',
  ),
)
/** Words, numbers with units, colours and `rgb()`; nothing that can name an address or a function. */
const VALUE =
  /^(?:\s*(?:!?[a-z-]+|#[\da-f]{3,8}|[+-]?\d*\.?\d+(?:[a-z]{1,4}|%)?|rgba?\(\s*[\d.%]+(?:\s*,\s*[\d.%]+){2,3}\s*\)|'[\w -]*'|"[\w -]*")\s*,?)+$/i
const LONGEST = 100

/** A `style` attribute with plain layout and colour only: properties by allow-list, values without addresses or functions. */
export function cleanStyle(style: string): string {
  const kept = style
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(';')
    .flatMap(declaration => {
      const at = declaration.indexOf(':')
      const property = declaration.slice(0, at).trim()
      const value = declaration.slice(at + 1).trim()
      const allowed = at > 0 && PROPERTIES.has(property.toLowerCase()) && value.length <= LONGEST && VALUE.test(value)
      return allowed ? [`${property}: ${value};`] : []
    })
  return kept.join(' ')
}
