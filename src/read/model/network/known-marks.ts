/** Marks that the treebanks never show, by the ones they show in their place. */
const KNOWN: Readonly<Record<string, string>> = {
  ʼ: "'",
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '‒': '–',
  '―': '—',
}
const UNSEEN = /[ʼ„«»‐‑−‒―]/g

/** A word as it is shown to the network, which would take a mark it never saw for a name. */
export const withKnownMarks = (form: string): string => form.replace(UNSEEN, mark => KNOWN[mark] ?? mark)
