const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Irregular plurals and their singular. */
export const IRREGULAR_PLURALS: Readonly<Record<string, string>> = {
  men: 'man',
  women: 'woman',
  children: 'child',
  people: 'people',
  feet: 'foot',
  teeth: 'tooth',
  mice: 'mouse',
  geese: 'goose',
  servicemen: 'serviceman',
  servicewomen: 'servicewoman',
  policemen: 'policeman',
  gunmen: 'gunman',
  spokesmen: 'spokesman',
  lives: 'life',
  wives: 'wife',
  knives: 'knife',
  halves: 'half',
  leaves: 'leaf',
  thieves: 'thief',
  shelves: 'shelf',
  wolves: 'wolf',
  crises: 'crisis',
  analyses: 'analysis',
  bases: 'base',
  criteria: 'criterion',
  phenomena: 'phenomenon',
  hypotheses: 'hypothesis',
  data: 'data',
  media: 'media',
  headquarters: 'headquarters',
  aircraft: 'aircraft',
  series: 'series',
  species: 'species',
  means: 'means',
  troops: 'troop',
  forces: 'force',
  police: 'police',
  news: 'news',
  barracks: 'barracks',
  heroes: 'hero',
  potatoes: 'potato',
  embargoes: 'embargo',
  vetoes: 'veto',
  torpedoes: 'torpedo',
  gas: 'gas',
  bus: 'bus',
  kudos: 'kudos',
  politics: 'politics',
  economics: 'economics',
  logistics: 'logistics',
  tactics: 'tactic',
  artillery: 'artillery',
  personnel: 'personnel',
  infantry: 'infantry',
  premises: 'premises',
  outskirts: 'outskirts',
  suburbs: 'suburb',
  corps: 'corps',
  congress: 'congress',
  process: 'process',
  success: 'success',
  access: 'access',
  loss: 'loss',
  losses: 'loss',
  press: 'press',
  business: 'business',
  crisis: 'crisis',
  basis: 'basis',
  analysis: 'analysis',
  emphasis: 'emphasis',
  status: 'status',
  virus: 'virus',
  campus: 'campus',
  consensus: 'consensus',
  focus: 'focus',
  census: 'census',
  canvas: 'canvas',
  atlas: 'atlas',
  chaos: 'chaos',
  ethos: 'ethos',
}

/** Nouns ending in -ing that are no participles, and nouns ending in -ed. */
export const ING_NOUNS: ReadonlySet<string> = words(`
  building thing nothing something anything everything morning evening meeting king ring wing string spring during shelling fighting
  training briefing bombing housing funding warning hearing killing shooting uprising offspring ceiling clothing wedding feeling finding
  opening ruling sibling spending summit-ing setting being engineering manufacturing understanding firing landing crossing beginning
  gathering settling proceeding undertaking surrounding belonging saving earning planning reporting reading painting evening dealing
  ending blessing stuffing bearing writing advertising banking farming mining processing cleansing demining smuggling trafficking
  lightning pudding darling herring sterling shilling viking inning outing pairing wiring awning listing mapping ranking rating
  mooring monitoring lobbying peacekeeping
`)
/** Words ending in -ed that are nouns or function words, and never a past form. */
export const ED_OTHERS: ReadonlySet<string> = words(
  'need seed speed breed deed feed weed creed hundred indeed red bed shed sled kindred sacred naked wicked rugged ragged aged beloved bleed steed heed greed exceed proceed succeed embed',
)

/** Nouns that name a person by his office or trade; before a name they are a title. Singular, lower case. */
export const TITLE_NOUNS: ReadonlySet<string> = words(`
  president minister premier chancellor secretary governor mayor ambassador diplomat senator congressman congresswoman representative
  spokesman spokeswoman spokesperson general colonel major captain lieutenant sergeant admiral marshal commander chief head leader director
  chairman chairwoman chair deputy adviser advisor aide envoy official officer prosecutor judge lawyer analyst expert professor historian
  economist journalist reporter correspondent editor blogger milblogger activist king queen prince princess pope bishop archbishop patriarch
  doctor surgeon nurse teacher engineer soldier pilot sniper medic volunteer resident farmer researcher scientist author writer boss founder
  owner ceo executive politician lawmaker mp deputy councillor commissioner inspector detective coach player singer actor actress oligarch
  businessman businesswoman tycoon warlord separatist mercenary fighter veteran attorney coordinator ombudsman ombudswoman speaker
  administrator counterpart presidential vice
  prime foreign defence defense interior finance energy economy health justice press state
`)
