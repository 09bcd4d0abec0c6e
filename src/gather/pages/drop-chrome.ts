/** Lines that invite, sign off or credit and say nothing about the world. Each is matched against a whole short line. */
const CHROME: readonly RegExp[] = [
  /^(?:[-•*]\s*)?(?:read|see|watch|listen) (?:more|also|next|now)\b.{0,160}$/i,
  /^(?:[-•*]\s*)?(?:читайте|дивіться|смотрите) (?:також|также|ще|ещё|еще|нас)(?![\p{L}]).{0,160}$/iu,
  /^(?:[-•*]\s*)?(?:lesen sie (?:auch|mehr)|lire aussi|à lire aussi|czytaj (?:też|także|więcej)|zobacz też|leer también|lea también|leggi anche|leia também)(?![\p{L}]).{0,160}$/iu,
  /^(?:підписуйтесь|підписуйтеся|подписывайтесь|подпишитесь|реклама|reklama|anzeige|publicité|publicidad)(?![\p{L}]).{0,160}$/iu,
  /^(?:(?:this|our) (?:site|website) uses|we(?: and our partners)? use|by (?:continuing|clicking|using)\b.{0,60}\bcookies) .{0,160}cookies?\b.{0,200}$/i,
  /^(?:accept(?: all)?(?: cookies)?|reject all|manage (?:cookies|preferences|options)|cookie (?:settings|policy|preferences))\.?$/i,
  /^(?:support us|donate|become a (?:patron|member|supporter)|if you (?:notice|find|found|spot) (?:an? )?(?:error|mistake|typo))\b.{0,160}$/i,
  /^(?:please )?(?:enable|turn on) (?:javascript|cookies)\b.{0,120}$/i,
  /^(?:фото|photo|image|скриншот|скріншот|ілюстрація)(?: credit)?: .{0,160}$/iu,
  /^(?:related|recommended|more (?:on|from|stories|about)|you may also like|most read|trending|also read)\b.{0,120}$/i,
  /^(?:subscribe|sign up|sign in|log in|register|follow us|join us|share (?:this|on)|share$|tweet$|email$|print$|copy link)\b.{0,160}$/i,
  /^(?:advertisement|advertising|sponsored|story continues below|continue reading|scroll to continue|skip to content)\b.{0,80}$/i,
  /^(?:photo|image|picture|credit|photograph|illustration|video)(?:s|\(s\))?(?: credit| by| via|:).{0,160}$/i,
  /^(?:first |last )?(?:published|updated|posted|modified)(?: on)?:? .{0,20}\d{4}.{0,30}$/i,
  /^(?:click here|tap here)\b.{0,180}$/i,
  /^(?:\d+ )?(?:min(?:ute)?s? read|comments?|shares?|views?)$/i,
  /^(?:©|\(c\) \d|copyright\b|all rights reserved).{0,160}$/i,
]
/** No line longer than this is chrome. */
const LONGEST = 300

/** True for a line of page furniture. */
export const isChrome = (line: string): boolean => line.length <= LONGEST && CHROME.some(pattern => pattern.test(line))

/** Headings under which a page lists other pages. */
const TAIL =
  /^(?:related|you (?:may|might) also like|more (?:from|stories|articles|like this)|recommended|read next|keep reading|latest (?:news|posts|articles|stories)|about the author|leave a (?:comment|reply)|recent posts|popular posts|most popular)\b.{0,40}$/i
/** Such a heading ends the article only in the last part of the text. */
const TAIL_FROM = 0.7

/** The lines up to a heading of other pages that stands late in the text. */
function cutTail(lines: readonly string[]): readonly string[] {
  const whole = lines.join('').length
  let before = 0
  const at = lines.findIndex(line => {
    before += line.length
    return before > whole * TAIL_FROM && TAIL.test(line.trim())
  })
  return at < 0 ? lines : lines.slice(0, at)
}

/** The text without lines of page furniture and without a line repeated right after itself. */
export function dropChrome(text: string): string {
  const lines = cutTail(text.split('\n'))
  const kept = lines.filter((line, at) => {
    const trimmed = line.trim()
    if (trimmed === '') return true
    return (
      !isChrome(trimmed) &&
      trimmed !==
        lines
          .slice(Math.max(0, at - 2), at)
          .findLast(other => other.trim() !== '')
          ?.trim()
    )
  })
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
