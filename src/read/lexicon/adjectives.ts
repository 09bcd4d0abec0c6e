const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Common adjectives that their ending does not give away. Our own list of news English. */
export const ADJECTIVES: ReadonlySet<string> = words(`
  able abrupt absent absolute abstract absurd accurate active actual acute adequate adjacent adult advanced afraid aggressive alien alive
  alone ancient angry annual anonymous anxious apparent appropriate armed armoured armored atomic automatic autonomous available average aware awful awkward bad bald bare
  basic beautiful big bitter bizarre black blank bleak bloody blue blunt bold brave brief bright brilliant broad broken brown brutal busy
  capable careful casual catastrophic cautious cautious central certain cheap chemical chief chronic civil civilian classic classified clever close cold
  collective comfortable common comparable compact competent complex comprehensive concrete conditional confident conscious consecutive conservative considerable consistent constant
  contemporary content contrary controversial conventional cool corrupt costly covert crazy crucial crude cruel cultural curious current cyber daily damp dangerous dark dead
  deadly deaf dear decent deep defensive deliberate delicate democratic dense desperate destructive different difficult diplomatic dire dirty disastrous distant
  distinct diverse domestic dominant double dual due dull dumb durable dynamic eager early eastern easy economic effective efficient elderly eldest
  electric electrical electronic elite eminent enormous entire equal essential eternal ethnic even evident evil exact excellent excess exclusive existing expensive
  explicit explosive extensive external extra extraordinary extreme fair faithful false familiar famous fantastic far fast fat fatal federal female few
  fierce fifth final financial firm first fiscal flat flexible foreign formal former fortunate fourth fragile frank free frequent fresh friendly frozen full fundamental funny
  further future general generous genuine giant glad global golden good gradual grand grateful grave gray great green grey grim gross guilty half happy
  hard harsh healthy heavy hidden high historic historical hollow holy honest horrible hostile hot huge human humanitarian hungry hybrid ideal
  identical ill illegal immediate imminent immune imperial important impossible impressive inadequate incoming inclined independent indirect individual indoor industrial inevitable
  infamous inferior inland inner innocent instant intact intelligent intense intensive interim interior intermediate internal international intense invisible irregular
  joint junior just keen key kind known lasting late latter lawful lazy leading left legal legitimate lengthy less lethal liberal light likely limited
  little local logistical logical lone long loose lost loud low lower loyal lucky mad magnetic main major male many marginal maritime massive maximum
  medical medium mental mere middle military mild minimal minimum minor missing mobile moderate modern modest monthly moral municipal mutual
  naked naive narrow nasty national native natural naval near neat necessary negative nervous neutral new next nice noble normal northern northeastern northwestern notable novel nuclear
  numerous obscure obvious odd offensive official offshore old ongoing only open opposite ordinary organic original orthodox other outdoor outer outgoing outright outstanding overall
  overseas overt own pale parallel parliamentary partial particular passive past patient patriotic peaceful peculiar perfect permanent perpetual persistent personal physical pink plain
  political poor popular positive possible potent potential powerful practical precious precise predictable pregnant preliminary present presidential previous primary prime prior
  private probable professional profound prominent prompt proper proud provincial provisional public pure purple quick quiet radical radioactive random rapid rare rational raw ready
  real rear reasonable recent reckless red redundant regional regular relative relevant reliable religious reluctant remarkable remote renegade residential respective responsible restless rich
  rigid rigorous ripe robust rocky rough round rude rural russian sacred sad safe sceptical scarce secondary second secret secure senior sensible sensitive serious severe several
  shallow sharp sheer short sick significant silent similar simple simultaneous sincere single skilled slight slow small smart smooth so-called sober social soft sole solid sophisticated
  sore southern southeastern southwestern soviet spare special specific spiritual stable stark static steady steep stiff still straight strange strategic strict strong stubborn stupid subsequent substantial
  subtle successful sudden sufficient suitable super superior supreme sure surprising suspicious sustainable sweet swift symbolic systematic tactical tall technical temporary
  tense tentative terminal terrible territorial third thick thin thorough tight tiny tired top total tough toxic traditional tragic transparent tremendous tribal
  tropical true twin typical ugly ultimate unable unacceptable unaware uncertain unclear under-age unhappy uniform unique united universal unknown unlikely unlimited unprecedented unusual
  upper urban urgent useful usual vague valid valuable various vast vertical viable vibrant vicious violent virtual visible vital vocal volatile voluntary
  vulnerable warm weak wealthy weary weekly weird western wet white whole wicked wide widespread wild willing wise wonderful wooden working worse worst worth worthy wrong yellow young
  anti-aircraft anti-tank air-launched long-range short-range medium-range suicide last same such many much own front-line frontline so-called
  aerial airborne amphibious ballistic hypersonic supersonic thermobaric unmanned motorised motorized mechanised mechanized self-propelled incendiary operational
  bigger biggest larger largest smaller smallest greater greatest higher highest lower lowest longer longest older oldest newer newest stronger strongest weaker weakest heavier heaviest
  earlier earliest later latest faster fastest closer closest nearer nearest deeper deepest harder hardest wider worse safer easier easiest bloodiest deadliest fiercest busier cheaper poorer richer
  additional alternative annual applicable
`)

/** Adverbs that do not end in -ly, and -ly words that are adverbs beside the plain ones; -ly adjectives are listed as adjectives. */
export const LY_ADJECTIVES: ReadonlySet<string> = words(`
  friendly deadly costly early likely unlikely daily weekly monthly yearly hourly quarterly elderly lively lonely lovely orderly ugly
  cowardly hostile-ly family-ly unfriendly timely untimely kindly-ly worldly scholarly sickly silly holy oily bodily only ghastly earthly
  heavenly disorderly brotherly fatherly leisurely miserly motherly neighbourly saintly ungodly unruly
`)

/** Endings that make an adjective of an unknown lower-case word. */
export const ADJECTIVE_ENDINGS =
  /(?:able|ible|ical|ional|eous|ious|ful|less|ish|ive|ese|like|wide|proof|based|led|backed|held|made|occupied|controlled|sized|ic|ous|ary|ual|ial|ern|esque|rian|worthy|most)$/

/** Nouns that have the ending of an adjective. */
export const NOUN_LIKE: ReadonlySet<string> = words(`
  music traffic critic topic panic public clinic fabric mechanic logic republic arithmetic academic plastic picnic attic epidemic pandemic
  statistic tactic rhetoric politic basic mosaic native detective executive initiative objective offensive representative perspective archive
  incentive relative motive alternative explosive collective cooperative narrative directive dive drive hive five olive adhesive secretary
  military library diary salary boundary summary dictionary contemporary missionary adversary anniversary commentary documentary january
  february estuary sanctuary mercenary beneficiary intermediary subsidiary tributary judiciary luminary dignitary potential individual material trial
  official memorial tutorial editorial burial ritual manual dial serial denial vegetable table cable constable bible
  parish british english irish finish radish fish dish wish publish establish vanish professional international profile missile
  pattern concern lantern intern western northern eastern tavern cavern governess business wilderness witness process access success progress dress mess loss press
  stress mattress address actress fortress wireless spoonful arsenal animal canal capital cardinal journal principal proposal rival signal
  terminal tribunal withdrawal approval arrival removal renewal revival survival total criminal mineral hospital general
  admiral referral appraisal refusal reversal rehearsal disposal metal medal pedal festival carnival interval mammal portal
  crystal coal goal deal meal seal appeal reveal ordeal steal heal veterinarian civilian guardian librarian historian politician electrician
  technician physician musician magician custodian comedian
`)
