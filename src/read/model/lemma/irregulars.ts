/**
 * Plurals and comparisons that no spelling rule gives, with words of war reporting the treebanks hardly hold. Our own list,
 * from school grammars; verbs are in the reader's `lexicon/irregular-verbs.ts`. Each row: lemma, then its forms.
 */
const NOUNS = `
man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|louse lice|ox oxen|people people|die dice
serviceman servicemen|servicewoman servicewomen|spokesman spokesmen|spokeswoman spokeswomen|gunman gunmen|policeman policemen|rifleman riflemen
airman airmen|fisherman fishermen|fireman firemen|infantryman infantrymen|militiaman militiamen|tribesman tribesmen|crewman crewmen
guardsman guardsmen|horseman horsemen|marksman marksmen|strongman strongmen|statesman statesmen|countryman countrymen|frogman frogmen
life lives|wife wives|knife knives|leaf leaves|loaf loaves|half halves|shelf shelves|self selves|thief thieves|wolf wolves|calf calves|elf elves|sheaf sheaves|hoof hooves
crisis crises|base bases|analysis analyses|hypothesis hypotheses|thesis theses|axis axes|oasis oases|diagnosis diagnoses|emphasis emphases|parenthesis parentheses
phenomenon phenomena|criterion criteria|datum data|medium media|bacterium bacteria|stratum strata|memorandum memoranda|referendum referenda|ultimatum ultimata
corps corps|series series|species species|barracks barracks|headquarters headquarters|aircraft aircraft|spacecraft spacecraft|hovercraft hovercraft|means means|crossroads crossroads
gallows gallows|shambles shambles|news news|works works|forces force|arms arm|chassis chassis|troops troop|sheep sheep|deer deer|fish fish|offspring offspring
personnel personnel|outskirts outskirts|surroundings surroundings|environs environs
radius radii|nucleus nuclei|stimulus stimuli|fungus fungi|formula formulae|index indices|appendix appendices|matrix matrices|vertex vertices
embargo embargoes|volcano volcanoes|tornado tornadoes|torpedo torpedoes|hero heroes|echo echoes|veto vetoes|cargo cargoes|potato potatoes|tomato tomatoes|mosquito mosquitoes
bus buses|gas gases|lens lenses|virus viruses|campus campuses|status statuses|census censuses|apparatus apparatuses|bonus bonuses|caucus caucuses|consensus consensuses|circus circuses|minus minuses|plus pluses|surplus surpluses|chorus choruses|corpus corpora
movie movies|zombie zombies|cookie cookies|pie pies|tie ties|lie lies|rookie rookies|calorie calories|prairie prairies|selfie selfies|genie genies|eyrie eyries|sortie sorties|reverie reveries|brie bries|hippie hippies|birdie birdies|collie collies|pixie pixies
cache caches|ache aches|headache headaches|avalanche avalanches|niche niches|axe axes|psyche psyches|apache apaches|creche creches|cliche cliches`

const COMPARED = `
good better best|bad worse worst|far farther farthest|far further furthest|little less least|many more most|old elder eldest`

/** Verbs whose -ed and -ing forms spelling alone misleads about: a silent e, or a doubled letter that is not the verb's. */
const VERBS = `cede recede secede accede intercede impede strafe refine pause pummel funnel shovel tunnel marshal signal counsel cancel fuel duel
dispel propel expel compel quell fell cripple ensnare bare scare stare pare glare flare snare square tire wire misfire retire hire inspire
mire bore score explore restore ignore shore implore deplore store adhere interfere persevere cohere revere lure endure procure obscure cure
evoke revoke choke stoke poke cloak soak tape gape drape scrape grope elope precipitate pinpoint trigger batter muster gather counter
reconnoitre accoutre centre breathe bathe seethe soothe loathe teethe sheathe clothe defuse infuse effuse diffuse transfuse confuse
free agree decree guarantee referee foresee oversee disagree canoe hoe toe shoe dye eye singe tinge binge swinge`

const byForm = (table: string): ReadonlyMap<string, string> => {
  const lemmas = new Map<string, string>()
  for (const row of table.split(/[|\n]/)) {
    const [lemma, ...forms] = row.trim().split(' ')
    for (const form of forms) if (lemma && !lemmas.has(form)) lemmas.set(form, lemma)
  }
  return lemmas
}

/** Those verbs, base forms. */
export const HARD_VERBS: ReadonlySet<string> = new Set(VERBS.split(/\s/))
/** Singular by irregular plural, lower case. */
export const SINGULARS: ReadonlyMap<string, string> = byForm(NOUNS)
/** Positive by irregular comparative or superlative, lower case. */
export const POSITIVES: ReadonlyMap<string, string> = byForm(COMPARED)
