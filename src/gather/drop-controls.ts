/**
 * Control characters that no text needs, and the marks that turn the direction of what follows them: with those a text can
 * show in another order than the one in which it is read. Marks for single letters (U+200E, U+200F) stay: Arabic and Hebrew need them.
 */
const HIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]/g
/** The same marks written as references. */
const REFERENCES = /&#(?:x0*(?:202[a-e]|206[6-9])|0*(?:823[4-8]|829[4-7]));?/gi

/** Text without characters that are not seen and change how it shows. */
export const dropControls = (text: string): string => text.replace(HIDDEN, '')

/** The same for markup, in which they may be written as references. */
export const dropControlsIn = (markup: string): string => dropControls(markup).replace(REFERENCES, '')
