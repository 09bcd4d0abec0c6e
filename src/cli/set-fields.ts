import { InputError } from '#domain'

/**
 * The fields that `--set` names, each whole, with the parts that were typed put in: `time.start=2024-11-25` gives the
 * whole of `time`. A number, `true`, `false` or `null` is that; anything else is text.
 */
export function setFields(
  fields: Readonly<Record<string, unknown>>,
  typed: readonly string[],
): Record<string, unknown> {
  const set: Record<string, unknown> = {}
  for (const text of typed) {
    const at = text.indexOf('=')
    const path = text.slice(0, at).split('.')
    const [field = ''] = path
    if (at < 1 || !Object.hasOwn(fields, field))
      throw new InputError(
        `--set: expected FIELD=VALUE with a field of ${Object.keys(fields).join(', ')}, found "${text}"`,
      )
    const whole = Object.hasOwn(set, field) ? set[field] : structuredClone(fields[field])
    set[field] = put(whole, path.slice(1), valueOf(text.slice(at + 1)), text)
  }
  return set
}

const valueOf = (text: string): unknown => {
  if (text === 'null') return null
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text
}

function put(whole: unknown, path: readonly string[], value: unknown, text: string): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (whole === null || typeof whole !== 'object' || !Object.hasOwn(whole, key))
    throw new InputError(`--set: expected a part the claim has, found "${text}"`)
  const part = put(Reflect.get(whole, key), rest, value, text)
  return Array.isArray(whole) ? whole.with(Number(key), part) : { ...whole, [key]: part }
}
