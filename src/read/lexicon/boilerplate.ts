/** Headings after which a page shows other articles: what follows is no part of the report. Matched against a whole block. */
export const TEASER_HEADING =
  /^(?:must[ -]reads?|read (?:more|next|also)|also read|related(?: (?:articles?|stories|news|topics|content|posts))?|more (?:from|on|in|stories|news|about)(?: .{0,40})?|recommended(?: for you)?|you (?:may|might) also (?:like|be interested in)|most (?:read|popular|viewed)|trending(?: now)?|editor['’]s (?:picks?|choice)|top stories|latest (?:news|stories|headlines)|don['’]t miss|what to read next|popular (?:now|articles)|share this(?: .{0,30})?|comments?|leave a (?:comment|reply))[:.…!]?$/i

/** Whole lines that a site, not the report, says. Each is tried on one sentence of at most 240 characters. */
export const BOILERPLATE: readonly RegExp[] = [
  /^(?:please )?(?:sign|log)[ -](?:up|in)\b/i,
  /^(?:please )?(?:subscribe|register)\b(?! to the view)/i,
  /\b(?:our|free|daily|weekly|the) (?:e-?mail )?newsletters?\b/i,
  /^(?:must[ -]read|read (?:more|also|next|the full|our)|also read|see also|click here|tap here|watch(?: now| live)?:|listen:|related:)/i,
  /^(?:last )?updated\b.{0,40}\d/i,
  /^(?:first )?published\b.{0,60}\d/i,
  /^(?:image|photo|picture|video|file photo|photograph|graphic|map)(?: (?:credit|by|courtesy|source))?s?\s?:/i,
  /^(?:photo|image|picture)s?(?:graph)? (?:by|courtesy|credit)\b/i,
  /^(?:credit|source)s?: .{0,80}(?:getty|reuters|afp|epa|ap|shutterstock|images?|telegram|handout)\b/i,
  /\b(?:getty images|afp via getty|shutterstock|handout via)\b/i,
  /^(?:advert(?:isement|ising)?|sponsored(?: content)?|promoted|skip (?:ad|to (?:main )?content)|loading|play video)\b.{0,30}$/i,
  /\b(?:we use cookies|accept (?:all )?cookies|cookie (?:policy|settings|consent)|privacy policy|terms (?:of (?:use|service)|and conditions))\b/i,
  /\ball rights reserved\b|^©|^copyright\b/i,
  /^(?:share|tweet|print|e-?mail|save|copy link|whatsapp|facebook|twitter|telegram)(?: (?:this|on|via|article|story|page|facebook|twitter).{0,30})?$/i,
  /^(?:follow|like|join|find) us\b|^follow .{1,40} on (?:twitter|x|facebook|telegram|instagram|google)/i,
  /^(?:support|donate to|become a (?:member|patron|subscriber))\b.{0,60}(?:journalism|us|patreon|today|membership)\b/i,
  /^(?:reporting|writing|editing|additional reporting|compiled|edited|written) by\b/i,
  /^more [\w-]+(?: [\w-]+){0,4} (?:articles|stories)$|^establishment split$/i,
  /\bdownload (?:our|the) app\b|\bavailable on (?:the )?app store\b/i,
  /^(?:\d{1,3} (?:comments?|shares?|min(?:ute)?s? read)|\d{1,2} min read)$/i,
]
