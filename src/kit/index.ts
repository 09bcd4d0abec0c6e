/** Small pure helpers, each used by several rooms. */
export * from './compare-texts.ts'
export * from './fold.ts'
export * from './geo.ts'
export * from './group.ts'
