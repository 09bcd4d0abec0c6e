/** Latin letters that Unicode does not decompose into a plain letter and an accent. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ə: 'e',
}

/**
 * A name as the gazetteer and the loader compare it: lower case, without accents, apostrophes of any kind and dots;
 * hyphens, slashes and doubled spaces are one space. `Łódź` folds to `lodz`, `Mar’inka` to `marinka`.
 */
export function foldPlaceName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðþßæœıħŧə]/g, letter => PLAIN[letter] ?? letter)
    .replace(/[’‘ʼ`´'ʹ′ʻʿʾ.]/g, '')
    .replace(/[\s\-–—_/]+/g, ' ')
    .trim()
}
