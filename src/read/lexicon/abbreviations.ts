const words = (list: string): readonly string[] => list.trim().split(/\s+/)

/** Titles and ranks whose dot never ends a sentence, because a name follows. Lower case, without the dot. */
export const TITLE_ABBREVIATIONS: ReadonlySet<string> = new Set(
  words(`
  mr mrs ms dr prof st rev hon fr gen lt col maj capt cpt cmdr cdr sgt cpl pvt adm brig gov sen rep pres sec amb supt
  insp mme messrs pte ssgt det atty vs
`),
)

/** Words whose dot belongs to them only before a figure: "No. 5", "Sept. 30". */
export const NUMBER_ABBREVIATIONS: ReadonlySet<string> = new Set(
  words('no nos jan feb mar apr jun jul aug sept sep oct nov dec art fig figs vol ch sec pp p ca approx cf'),
)

/** Other words that keep their dot; the sentence ends there only before a capitalised function word. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  words(`
  inc ltd corp plc bros dept univ assn est approx etc esq jr sr ave blvd rd mt ft hwy sq hrs excl incl obl
  ala ariz calif colo conn fla kan ky mich minn mont neb nev okla tenn tex va wis tues thurs
`),
)

/** Abbreviations that are also plain words in lower case ("sat", "rep"): only the capitalised form keeps the dot. */
export const CAPITAL_ONLY: ReadonlySet<string> = new Set(
  words('no mar art fig sec det rep st fr gen hon sen pres est mt ft col va tex kan jan p ch st adm maj'),
)

/** Prefixes that stay in one token with the word after their hyphen, as the treebank has it. */
export const PREFIXES: ReadonlySet<string> = new Set(
  words(`
  anti co counter cross de ex extra hyper inter intra mega micro mid mini multi neo non pan post pre pro pseudo quasi re
  semi sub super trans ultra un e
`),
)
