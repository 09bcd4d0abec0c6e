/**
 * A name as it is compared: without accents, case, apostrophes of any kind, dots, hyphens and doubled spaces.
 * `Dubovo-Vasylivka` and `dubovo vasylivka`, `Zaporizhzhia’s` and `zaporizhzhias` fold to the same text.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ`´'ʹ′.]/g, '')
    .replace(/[\s\-–—_/]+/g, ' ')
    .trim()
}
