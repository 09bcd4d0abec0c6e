import type { PlaceMention } from '../document.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Prepositions after which a capitalised name is very likely a place. */
export const STRONG_CUES: ReadonlySet<string> = words(
  'in near outside around across throughout inside within into via beyond downtown northern southern eastern western central northeastern northwestern southeastern southwestern mid neighbouring neighboring nearby upstate',
)
/** Prepositions after which it may be one. */
export const WEAK_CUES: ReadonlySet<string> = words(
  'at from to on of over toward towards between through by against for along off above below past until leaving reaching visiting visited left reached entered bombed shelled struck hit captured seized liberated attacked captures besieged surrounded',
)

/** Nouns of settlements, singular: before "of", before or behind a name, or alone as an anaphor ("the town"). */
export const SETTLEMENT_NOUNS: ReadonlySet<string> = words(
  'city town village settlement suburb hamlet municipality capital port metropolis township',
)
/** Nouns of regions, singular. */
export const REGION_NOUNS: Readonly<Record<string, PlaceMention['kind']>> = {
  oblast: 'region',
  region: 'region',
  province: 'region',
  republic: 'region',
  governorate: 'region',
  prefecture: 'region',
  state: 'region',
  krai: 'region',
  autonomous: 'region',
  district: 'district',
  raion: 'district',
  county: 'district',
  parish: 'district',
  neighbourhood: 'district',
  neighborhood: 'district',
  borough: 'district',
  municipality: 'district',
  township: 'district',
  river: 'river',
  reservoir: 'river',
  creek: 'river',
  lake: 'river',
  canal: 'river',
  sea: 'sea',
  ocean: 'sea',
  gulf: 'sea',
  strait: 'sea',
  bay: 'sea',
  peninsula: 'area',
  valley: 'area',
  desert: 'area',
  mountain: 'area',
  mountains: 'area',
  island: 'area',
  islands: 'area',
  coast: 'area',
  strip: 'area',
  basin: 'area',
  forest: 'area',
  heights: 'area',
  spit: 'area',
  highway: 'road',
  road: 'road',
  bridge: 'site',
  airport: 'site',
  airfield: 'site',
  airbase: 'site',
  station: 'site',
  plant: 'site',
  dam: 'site',
  square: 'site',
  park: 'site',
  front: 'front',
  axis: 'front',
  direction: 'front',
  sector: 'front',
}
/** Nouns that end a district's name, as they are written in it. */
export const LOCAL_REGION_NOUNS: ReadonlySet<string> = words(
  'County Parish Township Borough Raion Prefecture Governorate',
)
/** Nouns that end the name of a street or road, as they are written in it. */
export const ROAD_NOUNS: ReadonlySet<string> = words(
  'Street St. Road Rd. Avenue Ave. Boulevard Blvd. Drive Dr. Lane Highway Parkway Turnpike Freeway Expressway Motorway',
)
/** Nouns that end the name of a thing of nature or a site, as they are written in it. */
export const SITE_NAME_NOUNS: ReadonlyMap<string, PlaceMention['kind']> = new Map([
  ...[...words('River Creek Lake Reservoir Canal')].map(word => [word, 'river'] as const),
  ...[...words('Valley Mountains Mountain Island Islands Peninsula Forest Beach Strip Hills Delta Desert')].map(
    word => [word, 'area'] as const,
  ),
  ...[...words('Airport Bridge Dam Park Refuge Wilderness')].map(word => [word, 'site'] as const),
])
/** Buildings and works that a town gives its name to ("Kherson Art Museum"): they stand there. Singular. */
export const SITE_NOUNS: ReadonlySet<string> = words(
  'hospital airport museum station plant theatre theater market stadium bridge port depot factory mall cathedral church building hotel prison airfield airbase refinery terminal zoo monastery dam barracks cemetery warehouse shipyard substation',
)
/** Words for a part of a place, with the one word it is coded by. */
export const PARTS: Readonly<Record<string, string>> = {
  east: 'east',
  eastern: 'east',
  west: 'west',
  western: 'west',
  north: 'north',
  northern: 'north',
  south: 'south',
  southern: 'south',
  northeast: 'north-east',
  northeastern: 'north-east',
  northwest: 'north-west',
  northwestern: 'north-west',
  southeast: 'south-east',
  southeastern: 'south-east',
  southwest: 'south-west',
  southwestern: 'south-west',
  centre: 'centre',
  center: 'centre',
  central: 'centre',
  downtown: 'centre',
  heart: 'centre',
  middle: 'centre',
  outskirts: 'outskirts',
  outskirt: 'outskirts',
  suburbs: 'outskirts',
  suburb: 'outskirts',
  edge: 'outskirts',
  edges: 'outskirts',
  half: 'half',
  part: 'part',
  parts: 'part',
  portion: 'part',
  bank: 'bank',
  shore: 'bank',
  side: 'side',
  quarter: 'quarter',
}
/** Capitalised words that are never a place by themselves. */
export const NEVER_PLACES: ReadonlySet<string> = words(`
  i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december president minister prime army navy air force police court council parliament congress senate house
  ministry department office general staff command eastern western northern southern god lord mr mrs ms dr internet covid
  christmas easter ramadan eid islam christian muslim jewish catholic orthodox english french german russian spanish arabic
  university school hospital church street road avenue center centre park club team cup league game games bank times post
  news daily the a an it he she they we you this that and or but if as at by for from in of on to with tv radio
  twitter facebook telegram google youtube reuters union european nation nations party democratic republican state states
  mayor governor bill act treaty agreement committee commission group company inc corp co ltd association
  spring summer autumn fall winter county city town village district region oblast province war world east west north south northeast northwest southeast southwest
`)

/** Names of towns that are common words: taken for a place only behind a word or beside a region that says so. */
export const COMMON_NAMES: ReadonlySet<string> = words(`
  orange split reading mobile bath nice hope independence friendship freedom liberty union victory progress enterprise energy
  commerce trinity phoenix lincoln jackson madison victoria florence sandy salem angel rose mission sun moon surprise superior
  normal eagle bay lake rock hill spring plain battle march young price wells hall ford bell reform justice harmony concord
  unity pride globe mars venus earth best most many come same split tours troy metro delta paradise eureka hammer anchor
  success faith grace pearl ruby crystal amber olive berry cherry apple grove garden forest field marsh bush brook fort castle
  temple chapel abbey cross bridge ferry port harbor harbour beach cape island why bend man sale ash wing page bar rye ware deal
`)

/** US states by the abbreviations of news style and their names; for "Springfield, Ill." and "Paris, TX". */
export const STATE_ABBREVIATIONS: Readonly<Record<string, string>> = {
  'ala.': 'Alabama',
  'ariz.': 'Arizona',
  'ark.': 'Arkansas',
  'calif.': 'California',
  'colo.': 'Colorado',
  'conn.': 'Connecticut',
  'del.': 'Delaware',
  'fla.': 'Florida',
  'ga.': 'Georgia',
  'ill.': 'Illinois',
  'ind.': 'Indiana',
  'kan.': 'Kansas',
  'ky.': 'Kentucky',
  'la.': 'Louisiana',
  'md.': 'Maryland',
  'mass.': 'Massachusetts',
  'mich.': 'Michigan',
  'minn.': 'Minnesota',
  'miss.': 'Mississippi',
  'mo.': 'Missouri',
  'mont.': 'Montana',
  'neb.': 'Nebraska',
  'nev.': 'Nevada',
  'n.h.': 'New Hampshire',
  'n.j.': 'New Jersey',
  'n.m.': 'New Mexico',
  'n.y.': 'New York',
  'n.c.': 'North Carolina',
  'n.d.': 'North Dakota',
  'okla.': 'Oklahoma',
  'ore.': 'Oregon',
  'pa.': 'Pennsylvania',
  'r.i.': 'Rhode Island',
  's.c.': 'South Carolina',
  's.d.': 'South Dakota',
  'tenn.': 'Tennessee',
  'tex.': 'Texas',
  'vt.': 'Vermont',
  'va.': 'Virginia',
  'wash.': 'Washington',
  'w.va.': 'West Virginia',
  'wis.': 'Wisconsin',
  'wyo.': 'Wyoming',
  'd.c.': 'District of Columbia',
}
