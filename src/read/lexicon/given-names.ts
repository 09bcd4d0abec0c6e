const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Given names borne by men, lower case and without marks, of the lands a war's reporting is full of. */
const MALE = names(`
  aleksandr aleksei alexander alexei alexey anatoly andrei andrew andrey andriy andrii andrzej anthony antonio antony arseniy artem ben benjamin boris brian bruno
  charles christopher daniel david denis denys dmitri dmitry dmytro donald donaldo edgars emmanuel eric fumio gabrielius gennady george gitanas grant gustav hulusi
  ihor igor ilya ivan jack jacek jake james jan jaroslaw jens jeremy joe john jonathan jose josep joseph justin karl kevin kim konstantin kyrylo leonid lloyd lukasz
  maksim maksym marek mario mark mateusz matthew max maxim michael mikhail mykhailo mykola narendra ned nicolas nikolai oleg oleh oleksandr oleksii oleksiy olaf paul pavel pavlo
  pedro peter petr petro philip rafael ramzan recep richard rishi robert roman rustem scott serge sergei sergey serhii serhiy stanislav stephen steven taras
  thomas timur tony toomas valeri valerii valery valeriy valdis vadym viktor vitali vitalii vitaliy vitaly vladimir vladyslav volodymyr vyacheslav wang william
  xi yaroslav yevgeny yevhen yoon yuri yuriy yurii zbigniew
`)

/** Given names borne by women, as above. */
const FEMALE = names(`
  alina amie anastasia andrea anna annalena anne antonina avril caroline catherine christine daria dina ekaterina elena elizabeth emily emma eva giorgia hanna
  helen ilze inga ingrida irina iryna jacinda jane janet jen jennifer jill julia kaja karen karin karine kate katerina kateryna katherine laura larysa lesia lesya
  linda lisa liudmyla liz lyudmila magdalena maia maria mariana marina mariya marta mary maryna mette michelle nadia nancy natalia nataliia nataliya natalya nina
  oksana olena olesya olga olha polina roberta rosemary samantha sanna sara sarah sofia svetlana svitlana tamara tatiana tetiana tetyana theresa ursula valentina
  valeria vera veronika victoria viktoria viktoriia viola wendy yana yelena yevgenia yulia yuliia zuzana
`)

/** True for a word that is somebody's first name. */
export const isGivenName = (word: string): boolean => MALE.has(word.toLowerCase()) || FEMALE.has(word.toLowerCase())

/** Surnames that only women bear, in Slavic tongues. */
const WOMANLY = /(?:[oe]va|ska|skaya|skaia|tska|tskaya|[^aeiou]aya)$/

/** Which pronoun a person's full name takes, by given name or Slavic surname; null where it does not tell. */
export function pronounOf(name: string): 'he' | 'she' | null {
  const words = name
    .normalize('NFKD')
    .replace(/[^\p{L}\s-]/gu, '')
    .toLowerCase()
    .split(/\s+/)
  const [given = ''] = words
  if (words.length < 2) return null
  if (FEMALE.has(given) || WOMANLY.test(words.at(-1) ?? '')) return 'she'
  return MALE.has(given) ? 'he' : null
}

/** True unless a pronoun of one sex meets a name of the other. */
export function isFitPronoun(word: string, name: string): boolean {
  const wanted = /^(?:he|him|his|himself)$/.test(word) ? 'he' : /^(?:she|her|hers|herself)$/.test(word) ? 'she' : null
  const borne = wanted === null ? null : pronounOf(name)
  return borne === null || borne === wanted
}
