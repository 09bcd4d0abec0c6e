const DOMAINS =
  'com|org|net|edu|gov|mil|int|info|biz|io|co|tv|eu|uk|ua|ru|us|de|fr|pl|tr|il|cn|by|pdf|docx?|txt|html?|jpe?g|png|gif|xlsx?|pptx?|zip|mp[34]|NET|COM|ORG|RU|UA|PDF|DOC|XLS|Com|Net'

/** Units that are written close behind a figure and stand apart from it: "10pm", "1.4bn", "152mm". */
const UNITS =
  '[ap]m|[AP]M|km²|km2|km|mm|cm|kg|lbs?|ft|hrs?|mph|kph|bn|mn|tn|mln|bln|kW|MW|GW|[KMG]B|[KMG]?Hz|[mkKMBbthx]'
const FIGURE = String.raw`\d{1,20}(?:[.,/]\d{1,20}){0,6}`

/**
 * A token of English text; sticky, so that it is asked at one place after another. One alternative a kind of token, tried
 * in order. Every repeat is bounded or of one character class that the next part cannot match, so no input makes it
 * search twice over the same stretch.
 */
export const TOKEN: RegExp = new RegExp(
  [
    String.raw`https?:\/\/[^\s<>"”]{1,2000}`,
    String.raw`www\.[^\s<>"”]{1,2000}`,
    String.raw`[\w+-][\w.+-]{0,63}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,5}`,
    String.raw`[@#][\p{L}_][\p{L}\p{N}_]{0,80}`,
    String.raw`t\.me\/[\w/+]{1,80}`,
    String.raw`(?:[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}\.){1,6}(?:${DOMAINS})(?![\p{L}\p{N}])(?:\/[^\s<>"”),;]{0,500})?`,
    String.raw`\p{Ll}{2,20}(?:\.\p{Ll}{2,20}(?:-\p{Ll}{1,20})?){2,6}(?![\p{L}\p{N}])`,
    String.raw`(?:Ph\.D|[BM]\.Sc|W\.Va)\.?(?!\p{L})`,
    String.raw`\p{L}(?:\.\p{L}){1,9}(?![\p{L}\p{N}])\.?`,
    String.raw`\p{Lu}{1,4}&\p{Lu}{1,4}(?![\p{L}\p{N}])`,
    String.raw`(?:[bBcC]\/[co]|[nN]\/[aA]|[wW]\/o|[wW]\/)(?![\p{L}\p{N}])`,
    String.raw`\d{1,2}:\d{2}(?::\d{2})?(?![\d:])`,
    String.raw`\d{3}-\d{3}-\d{4}(?!\d)`,
    String.raw`\d{1,3}(?:[\u00a0\u202f\u2009]\d{3}){1,5}(?!\d)`,
    String.raw`${FIGURE}(?:st|nd|rd|th|s)(?![\p{L}\p{N}])`,
    String.raw`${FIGURE}(?:${UNITS})(?![\p{L}\p{N}])`,
    String.raw`${FIGURE}(?![\p{L}\p{N}])`,
    String.raw`(?<=[\p{L}\p{N}.%)"”])['’]s(?![\p{L}\p{N}])`,
    String.raw`[\p{L}\p{M}\p{N}_\u00ad]+(?:['’ʼ][\p{L}\p{M}]+){0,3}`,
    String.raw`[:;]-?[)(DPp](?=\s|$)`,
    String.raw`[?!]{2,}`,
    String.raw`[-=]{3,}`,
    String.raw`[()[\]{}]`,
    String.raw`([^\p{L}\p{N}\s])\1*`,
    String.raw`[\s\S]`,
  ].join('|'),
  'uy',
)

/** A figure and the unit behind it, as TOKEN gives them in one. */
export const FIGURE_WITH_UNIT: RegExp = new RegExp(`^([\\d.,/]+)(${UNITS})$`)

/** What gives no token: white space, control characters, and signs that are not seen. */
export const INVISIBLE: RegExp = /[\s\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/uy
