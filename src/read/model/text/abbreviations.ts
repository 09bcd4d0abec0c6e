const words = (list: string): readonly string[] => list.trim().split(/\s+/)

/** Titles and ranks whose dot never ends a sentence, because a name follows. Lower case, without the dot. */
export const TITLE_ABBREVIATIONS: ReadonlySet<string> = new Set(
  words(`
  mr mrs ms dr drs prof st rev hon fr gen lt lieut col maj capt cpt cmdr cdr sgt msgt ssgt cpl lcpl pvt pte pfc spc adm
  vadm radm brig gov sen rep pres sec amb supt insp mme mlle messrs det atty vs v p.s
`),
)

/** Words whose dot belongs to them only before a figure: "No. 5", "Sept. 30". */
export const NUMBER_ABBREVIATIONS: ReadonlySet<string> = new Set(
  words(
    'no nos jan feb mar apr jun jul aug sept sep oct nov dec art fig figs vol ch sec pp p c ca approx cf ext tel para',
  ),
)

/** Other words that keep their dot; the sentence ends there only before a capitalised function word. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  words(`
  inc ltd corp co plc bros dept univ assn est approx etc esq jr sr ave blvd rd mt ft hwy sq sts hrs excl incl obl al div
  ala ariz calif colo conn fla kan ky mich minn mont neb nev okla tenn tex va wis tues thurs
`),
)

/** Abbreviations that are also plain words in lower case ("sat", "rep"): only the capitalised form keeps the dot. */
export const CAPITAL_ONLY: ReadonlySet<string> = new Set(
  words('no mar sec det rep st fr gen hon sen pres est mt ft col va tex kan jan st adm maj co ala div'),
)

/** Prefixes that stay in one token with the word after their hyphen, as the treebank has it. */
export const PREFIXES: ReadonlySet<string> = new Set(
  words(`
  anti co counter cross de ex extra hyper inter intra mega micro mid mini mis multi neo non over post pre pro pseudo
  quasi re semi sub super trans ultra un e
`),
)

/** Words written together that the treebanks cut in two, with the place of the cut: "cannot", and what lost its apostrophe. */
export const JOINED_WORDS: ReadonlyMap<string, number> = new Map(
  words(`
  can|not gon|na wan|na got|ta out|ta gim|me lem|me a|lot do|nt does|nt did|nt ca|nt wo|nt is|nt was|nt are|nt were|nt
  have|nt has|nt had|nt could|nt would|nt should|nt i|m i|ve you|re you|ll you|ve they|re they|ll that|s what|s there|s
`).map(word => [word.replace('|', ''), word.indexOf('|')]),
)
