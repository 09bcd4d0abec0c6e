import { useState } from 'react'
import { strings } from '../strings/index.ts'

/** Copies a text and says whether the browser let it. */
export function CopyButton({ text, label = strings.copy }: { text: () => string; label?: string }) {
  const [said, setSaid] = useState<string | null>(null)
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => setSaid(strings.copied),
      () => setSaid(strings.copyFailed),
    )
  return (
    <button type="button" onClick={() => void copy()}>
      <span aria-live="polite">{said ?? label}</span>
    </button>
  )
}
