const words = (list: string): readonly string[] => list.trim().split(/\s+/)

/** Verbs of saying and deciding, by dictionary form: what a government or an official does with words. */
export const SAYING: ReadonlySet<string> = new Set(
  words(`
  say tell add state write report announce argue claim explain note insist warn deny confirm acknowledge admit allege
  assert reiterate stress emphasise emphasize reaffirm declare reveal disclose suggest indicate estimate believe think
  expect assess predict anticipate fear hope want seek demand urge ask call condemn denounce criticise criticize praise
  welcome reject accept agree refuse oppose support back promise pledge vow offer propose threaten accuse blame describe
  tweet post comment reply respond answer speak talk quote cite mention publish issue order decide plan intend consider
  contemplate insinuate hint maintain contend concede recall remark observe conclude argue dismiss dispute rebuff
  recognise recognize sanction expel summon ban approve impose lift suspend sign ratify negotiate
`),
)
