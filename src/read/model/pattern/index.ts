/** The pattern language over trees: read, compiled, matched. Its reference is docs/patterns.md. */
export type { PatternMatcher } from './compile-patterns.ts'
export { compilePatterns } from './compile-patterns.ts'
export type { PatternMatch } from './match-pattern.ts'
export { PatternError } from './pattern-error.ts'
