/** The relations of Universal Dependencies, without subtypes (universaldependencies.org/u/dep). */
export const RELATIONS: ReadonlySet<string> = new Set(
  `acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed flat
  goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp`.split(/\s+/),
)

/** Words an English preposition can begin with, directions among them ("west of"): what a role that is none is checked against. Our own list. */
export const PREPOSITIONS: ReadonlySet<string> = new Set(
  `aboard about above according across after against ahead along alongside amid amidst among amongst around as aside astride at atop
  away back barring because before behind below beneath beside besides between beyond by close concerning considering contrary
  deep depending despite down due during east ever except excluding far following for forward from given in including inside instead into irrespective
  less like minus near nearby next north northeast northwest notwithstanding of off on onto opposite other out outside over owing past pending
  per plus prior pursuant rather regarding regardless round save short since south southeast southwest such than thanks through throughout
  till to together toward towards under underneath unlike until up upon versus via west with within without worth`.split(
    /\s+/,
  ),
)
