/** How far into a body a charset may be declared. */
const REACH = 4096

/** The charset a page (`<meta charset>`) or feed (`<?xml encoding?>`) declares in its first 4 kB, or null. */
export function declaredCharset(body: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(body.subarray(0, REACH))
  const xml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)
  const meta = /<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)
  return (xml ?? meta)?.[1] ?? null
}

/** The charset of a `Content-Type` header, or null. */
export const charsetOfHeader = (contentType: string | null): string | null =>
  /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1] ?? null
