const table = (pairs: string): Readonly<Record<string, string>> =>
  Object.fromEntries(pairs.split(' ').map(pair => [pair[0] ?? '', pair.slice(1)]))

/** Ukrainian, by the Cabinet of Ministers' resolution 55 of 27 January 2010. */
const UKRAINIAN = table(
  'аa бb вv гh ґg дd еe єie жzh зz иy іi їi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ь юiu яia',
)
/** Letters that are written otherwise where a word begins. */
const UKRAINIAN_FIRST = table('єye їyi йy юyu яya')

/** Russian, by the system of the United States and British boards on geographic names (1944), marks of softness left out. */
const RUSSIAN = table(
  'аa бb вv гg дd еe ёe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya',
)
/** After a vowel, й, ъ or ь, and where a word begins. */
const RUSSIAN_OPEN = table('еye ёye')
const OPENS = /[аеёиоуыэюяйъь]/

const CYRILLIC = /\p{Script=Cyrillic}/u

function spell(
  name: string,
  letters: Readonly<Record<string, string>>,
  special: Readonly<Record<string, string>>,
  isSpecial: (before: string) => boolean,
): string {
  let before = ''
  let latin = ''
  for (const letter of name) {
    const small = letter.toLowerCase()
    const spelt = (isSpecial(before) ? special[small] : undefined) ?? letters[small] ?? letter
    latin += letter === small ? spelt : spelt.slice(0, 1).toUpperCase() + spelt.slice(1)
    before = small
  }
  return latin
}

const isStart = (before: string): boolean => before === '' || /[\s\-–(]/.test(before)

/** A Ukrainian name in Latin letters: `Згурівка` → `Zghurivka`, `Яготин` → `Yahotyn`. */
export const fromUkrainian = (name: string): string =>
  spell(name.replace(/['’ʼ]/g, '').replace(/зг/g, 'zgh').replace(/Зг/g, 'Zgh'), UKRAINIAN, UKRAINIAN_FIRST, isStart)

/** A Russian name in Latin letters: `Ельня` → `Yelnya`, `Артёмовск` → `Artemovsk`. */
export const fromRussian = (name: string): string =>
  spell(name, RUSSIAN, RUSSIAN_OPEN, before => isStart(before) || OPENS.test(before))

/**
 * A name as English text may write it: itself where it is in Latin letters; a Cyrillic name by the rules of the language
 * that its letters or its country tell, both where they tell neither. Empty for other scripts.
 */
export function inLatin(name: string, country: string): string[] {
  if (!CYRILLIC.test(name)) return /\p{Script=Latin}/u.test(name) ? [name] : []
  if (/[іїєґ]/iu.test(name)) return [fromUkrainian(name)]
  if (/[ыэъё]/iu.test(name)) return [fromRussian(name)]
  const latin = country === 'UA' ? [fromUkrainian(name), fromRussian(name)] : [fromRussian(name)]
  return [...new Set(latin)]
}

/**
 * What is left of a Slavic place name when the ways to romanise it are taken out: `Chuhuiv`, `Chuguyev` and `Chuhuyiv` share
 * one form. Given a folded name (`foldPlaceName`); for looking up names of which no spelling is listed.
 */
export const slavicForm = (folded: string): string =>
  folded
    .replace(/shch|sch/g, 'ʃ')
    .replace(/kh|gh|g/g, 'h')
    .replace(/zh/g, 'ž')
    .replace(/ts|tz/g, 'c')
    .replace(/w/g, 'v')
    .replace(/(?:yi|iy|ii|yy|ij|yj|i|y|j)+/g, 'i')
    .replace(/i?[eo](?=v\b)/g, 'i')
    .replace(/i(?=[aeou])/g, '')
    .replace(/(.)\1/g, '$1')
