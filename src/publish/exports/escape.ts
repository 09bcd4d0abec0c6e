const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A report's words as text of HTML or XML, in content and in quoted attributes alike. */
export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, sign => ENTITIES[sign] ?? sign)
