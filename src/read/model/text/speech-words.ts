const words = (list: string): readonly string[] => list.trim().split(/\s+/)

/** Forms of the plain reporting verbs as they stand in text: words in front of a colon that make it no label. */
export const SPEECH_WORDS: ReadonlySet<string> = new Set(
  words(`
  said says say told tells added adds wrote writes reported reports stated states announced announces noted notes warned
  warns claimed claims declared declares stressed stresses explained explains tweeted tweets posted asked asks replied
  continued concluded recalled remarked according quoted
`),
)
