/** A labelled list of choices in a form. */
export function Pick({
  name,
  label,
  value,
  options,
}: {
  name: string
  label: string
  value: string
  options: readonly (readonly [string, string])[]
}) {
  return (
    <label className="choice">
      <span>{label}</span>
      <select name={name} defaultValue={value}>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

/** A labelled line of text, or a day, in a form. */
export function Text({
  name,
  label,
  value,
  type = 'text',
}: {
  name: string
  label: string
  value: string
  type?: string
}) {
  return (
    <label className="choice">
      <span>{label}</span>
      <input name={name} type={type} defaultValue={value} />
    </label>
  )
}
