const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Singular nouns that after a people's adjective or a party's possessive mean those who fight for it ("Russian troops"). */
export const FORCES_NOUNS: ReadonlySet<string> = words(`
  force forces troop troops army military soldier serviceman unit paratrooper defender invader occupier fighter marine brigade battalion
  regiment division navy fleet airborne artilleryman gunner pilot sailor reservist conscript mercenary formation garrison infantry
  infantryman tanker sniper militant militia guard aviation warplane serviceperson combatant battery crew squad
`)

/** Nouns that after a people's adjective mean a source of that side which is not named ("Russian sources"). */
export const SOURCE_NOUNS: ReadonlySet<string> = words(`
  source official media authority milblogger blogger channel outlet commentator analyst expert diplomat lawmaker intelligence
  commander politician journalist propagandist correspondent spokesman spokesperson spokeswoman government administration
  ministry parliament embassy delegation negotiator leadership leader command police prosecutor
  investigator outlet observer
`)

/** Nouns of bodies: "the ministry", "the general staff" point back to one named before. */
export const BODY_NOUNS: ReadonlySet<string> = words(`
  ministry staff institute agency command government council commission parliament organisation organization alliance bloc
  channel outlet newspaper magazine broadcaster embassy army military administration court committee watchdog bureau report
  statement assessment update
`)

/** Nouns that speak but point at a report or document rather than at a body. */
export const REPORT_NOUNS: ReadonlySet<string> = words('report statement assessment update')

/** Capitalised words that mark a run of names as a body, not a person. */
export const BODY_WORDS: ReadonlySet<string> = words(`
  institute ministry bank agency group council university party times news post journal committee commission department office
  association union corporation company service services court parliament congress senate army navy force forces command staff
  organisation organization foundation center centre federation league international amnesty network press television tv radio
  magazine daily tribune herald gazette telegraph guardian observer academy college school hospital church board bureau
  administration authority headquarters brigade battalion regiment corps guard police security defence defense affairs club
  movement front alliance treaty act assembly house chamber fund programme program initiative project prediction community
  telegram watch monitor observatory
`)

/** Small words that may stand inside a person's name. */
export const NAME_PARTICLES: ReadonlySet<string> = words('al el bin ibn von van der den de la le di da du dos abu ben')

/** Nouns that before a name say it is a publisher or body: "news agency X", "think tank Y". */
export const PUBLISHER_NOUNS: ReadonlySet<string> = words(`
  agency outlet channel newspaper website site broadcaster portal magazine tank group network charity watchdog monitor firm company
  daily weekly tabloid organisation organization ngo
`)

/** Plural nouns that speak for nobody named: "analysts say", "local residents reported". Singular form. */
export const NAMELESS_SPEAKERS: ReadonlySet<string> = words(`
  official source expert analyst resident witness eyewitness organisation organization observer authority commentator rescuer medic
  diplomat lawmaker local other critic economist historian researcher investigator volunteer survivor agency media report
  milblogger blogger
`)
