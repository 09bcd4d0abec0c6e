import type { Tag } from '../document.ts'

const GROUPS: readonly (readonly [Tag, string])[] = [
  [
    'det',
    'the a an this that these those each every either neither any some no all both another such what which whatever whichever many much more most few several',
  ],
  [
    'pron',
    `i you he she it we they me him us them mine yours hers ours theirs myself yourself himself herself itself ourselves
    yourselves themselves who whom whose whoever someone somebody something anyone anybody anything everyone everybody everything
    nobody nothing none my your his her its our their one's oneself there others`,
  ],
  [
    'prep',
    `of in on at by for from with about against between into through during before after above below to up down out off
    over under across along amid amidst among amongst around behind beneath beside besides beyond despite except inside like
    near onto outside past per since throughout toward towards underneath until till unto upon via within without versus vs
    concerning regarding excluding including notwithstanding opposite than as alongside aboard atop`,
  ],
  [
    'conj',
    'and or but nor yet so & plus if because although though while whereas whether unless lest once when where why how',
  ],
  ['part', "not n't n’t"],
  [
    'adv',
    `also too very just only even still already again always never often sometimes soon now then here there almost nearly
    quite rather perhaps maybe ever else away back ahead apart aside forward forth together however meanwhile moreover
    therefore thus hence instead otherwise nevertheless nonetheless furthermore indeed elsewhere nearby overnight abroad
    today tomorrow yesterday tonight later earlier long far well better best least less twice thrice altogether somewhat
    anyway anyways anymore somehow somewhere anywhere everywhere nowhere overseas upstream downstream northward southward
    eastward westward northwards southwards eastwards westwards afterwards afterward beforehand alike thereby whereby thereafter
    likewise straight seldom hardly barely pretty enough ago inward outward upward downward upwards downwards homeward hither
    roughly approximately yet next sooner farther further kind-of`,
  ],
  [
    'num',
    `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion`,
  ],
  [
    'aux',
    `am is are was were be been being 's 're 'm 've 'd 'll ’s ’re ’m ’ve ’d ’ll will would shall should can could may might must
    ca wo ought have has had having do does did isn aren wasn`,
  ],
  ['other', 'yes oh ok okay etc % $ € £ ¥ ₴ ₽ + = ° # @ please wow hello hey no. §'],
]

/** Words whose class does not depend on a lexicon of content words; where they have two, `tags.ts` lets the neighbours tell. */
export const FUNCTION_WORDS: ReadonlyMap<string, Tag> = new Map(
  GROUPS.flatMap(([tag, list]) =>
    list
      .trim()
      .split(/\s+/)
      .map(word => [word, tag] as const),
  ).reverse(),
)

/** Auxiliaries that take a bare infinitive. */
export const MODALS: ReadonlySet<string> = new Set(
  "will would shall should can could may might must ca wo 'll ’ll ought".split(' '),
)

/** Forms of `be`, with their clitics. */
export const BE: ReadonlySet<string> = new Set("am is are was were be been being 're 'm ’re ’m".split(' '))
/** Forms of `have`, with its unmistakable clitic. */
export const HAVE: ReadonlySet<string> = new Set("have has had having 've ’ve".split(' '))
export const DO: ReadonlySet<string> = new Set('do does did'.split(' '))
/** Pronouns that can be the subject of a clause. */
export const SUBJECT_PRONOUNS: ReadonlySet<string> = new Set(
  'i you he she it we they who there this that which'.split(' '),
)
/** Possessives that stand before a noun. */
export const POSSESSIVES: ReadonlySet<string> = new Set('my your his her its our their whose'.split(' '))

/** Dictionary forms of auxiliaries by their written forms. */
export const AUX_LEMMAS: Readonly<Record<string, string>> = {
  am: 'be',
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  being: 'be',
  be: 'be',
  "'re": 'be',
  '’re': 'be',
  "'m": 'be',
  '’m': 'be',
  has: 'have',
  had: 'have',
  having: 'have',
  have: 'have',
  "'ve": 'have',
  '’ve': 'have',
  does: 'do',
  did: 'do',
  do: 'do',
  "'ll": 'will',
  '’ll': 'will',
  wo: 'will',
  ca: 'can',
  "'d": 'would',
  '’d': 'would',
  would: 'would',
  could: 'could',
}
