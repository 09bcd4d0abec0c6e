/** Irregular verbs: base, past, participle; `/` parts variants. Our own list from a school grammar. */
const TABLE = `
arise arose arisen|awake awoke awoken|bear bore borne/born|beat beat beaten|become became become|begin began begun|bend bent bent
bet bet bet|bid bid bid/bidden|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred
bring brought brought|broadcast broadcast broadcast|build built built|burn burned/burnt burned/burnt|burst burst burst|buy bought bought
cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut
deal dealt dealt|dig dug dug|do did done|draw drew drawn|dream dreamed/dreamt dreamed/dreamt|drink drank drunk|drive drove driven
eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung
fly flew flown|forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven
forgo forwent forgone|freeze froze frozen|get got got/gotten|give gave given|go went gone|grind ground ground|grow grew grown|hang hung/hanged hung/hanged
have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|lay laid laid
lead led led|lean leaned/leant leaned/leant|leap leaped/leapt leaped/leapt|learn learned/learnt learned/learnt|leave left left|lend lent lent
let let let|lie lay lain|light lit/lighted lit/lighted|lose lost lost|make made made|mean meant meant|meet met met|mislead misled misled
mistake mistook mistaken|mow mowed mown|outdo outdid outdone|overcome overcame overcome|overhear overheard overheard|override overrode overridden
oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|overrun overran overrun|pay paid paid|prove proved proven/proved
put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|redraw redrew redrawn|repay repaid repaid|reset reset reset|retake retook retaken|rewrite rewrote rewritten
rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold
send sent sent|set set set|sew sewed sewn|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk
shut shut shut|sing sang sung|sink sank/sunk sunk|sit sat sat|sleep slept slept|slide slid slid|slit slit slit|sow sowed sown|speak spoke spoken
speed sped sped|spend spent spent|spill spilled/spilt spilled/spilt|spin spun spun|split split split|spread spread spread|spring sprang sprung
stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|strike struck struck/stricken|strive strove striven|swear swore sworn
sweep swept swept|swell swelled swollen|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told
think thought thought|throw threw thrown|tread trod trodden|undergo underwent undergone|understand understood understood|undertake undertook undertaken
undo undid undone|uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn|weave wove woven|weep wept wept|win won won
wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|write wrote written|redo redid redone|resell resold resold
bear bore born|outrun outran outrun|resend resent resent|rethink rethought rethought|underwrite underwrote underwritten|unwind unwound unwound|offset offset offset`

/** Verbs by their irregular past form and participle, and by their base: base, and whether the form is past, participle, or both. */
export interface IrregularForm {
  readonly base: string
  readonly past: boolean
  readonly participle: boolean
}

function readTable(): ReadonlyMap<string, IrregularForm> {
  const forms = new Map<string, IrregularForm>()
  for (const row of TABLE.split(/[|\n]/)) {
    const [base, past, participle] = row.trim().split(' ')
    if (!base || !past || !participle) continue
    for (const form of new Set([...past.split('/'), ...participle.split('/')])) {
      const before = forms.get(form)
      forms.set(form, {
        base: before?.base ?? base,
        past: past.split('/').includes(form) || (before?.past ?? false),
        participle: participle.split('/').includes(form) || (before?.participle ?? false),
      })
    }
  }
  return forms
}

export const IRREGULAR_FORMS: ReadonlyMap<string, IrregularForm> = readTable()
/** Base forms of the irregular verbs. */
export const IRREGULAR_BASES: ReadonlySet<string> = new Set([...IRREGULAR_FORMS.values()].map(({ base }) => base))
