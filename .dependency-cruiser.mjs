// Who may import whom. docs/decisions.md says why; test/architecture plants one forbidden import per rule and expects it to be caught.
const may = {
  domain: [],
  kit: [],
  theatre: ['domain'],
  gather: ['domain', 'kit', 'theatre'],
  read: ['domain', 'kit', 'theatre'],
  readers: ['domain', 'kit', 'theatre', 'read'],
  assist: ['domain', 'kit', 'read', 'readers'],
  reconcile: ['domain', 'kit', 'theatre'],
  ledger: ['domain', 'kit'],
  'publish/briefing': ['domain', 'kit', 'ledger'],
  'publish/exports': ['domain', 'kit', 'ledger', 'publish/briefing'],
  'publish/api': ['domain', 'kit', 'ledger', 'publish/briefing', 'publish/exports', 'publish/watches'],
  'publish/site': ['domain', 'kit', 'ledger', 'publish/briefing', 'publish/exports', 'publish/api'],
  'publish/mcp': ['domain', 'kit', 'ledger', 'publish/briefing', 'publish/api'],
  'publish/people': ['domain', 'ledger', 'publish/api'],
  'publish/watches': ['domain', 'kit', 'ledger'],
  client: ['domain', 'publish/api', 'publish/people'],
  'publish/desk': ['domain', 'publish/api'],
}
const PURE = '^src/(domain|kit|read|reconcile|publish/briefing)/'

/** The files of the grammar that read its weights from disk, for callers who want it ready-made. */
const OPENS_GRAMMAR = '^src/read/model/(open-[a-z-]+|grammar-worker|parse|index)[.]ts$'

const rooms = Object.entries(may).map(([room, others]) => ({
  name: `${room.replace('/', '-')}-imports-only-${others.join('+').replaceAll('/', '-') || 'nothing'}`,
  comment: `src/${room} may import ${others.join(', ') || 'nothing of ours'}: move the code, or hand the thing in as an argument`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: '[.]test[.]tsx?$' },
  to: { path: '^src/', pathNot: `^src/(${[room, ...others].join('|')})/` },
}))

export default {
  forbidden: [
    ...rooms,
    {
      name: 'by-the-front-door',
      comment: 'a room is entered by its index.ts (#room), never by a file inside it',
      severity: 'error',
      from: { path: '^src/(publish/[^/]+|[^/]+)/' },
      to: { path: '^src/(publish/[^/]+|[^/]+)/', pathNot: ['^src/$1/', '/index[.]ts$'] },
    },
    {
      name: 'the-desk-takes-types-alone',
      comment: 'the desk talks to the API over HTTP; of other rooms it takes types, which leave no code behind',
      severity: 'error',
      from: { path: '^src/(publish/desk|client)/', pathNot: '[.]test[.]ts$' },
      to: { path: '^src/(?!publish/desk/|client/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-rooms-do-no-io',
      comment: 'domain, kit, read, reconcile and briefing do no I/O: hand in what they need',
      severity: 'error',
      from: { path: PURE, pathNot: ['[.]test[.]ts$', OPENS_GRAMMAR] },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'the-reader-is-handed-its-grammar',
      comment:
        'the grammar is opened by whoever calls the reader; inside the room only its types and pure steps are used',
      severity: 'error',
      from: { path: '^src/read/', pathNot: ['[.]test[.]ts$', '^src/read/made-up-theatre[.]ts$', OPENS_GRAMMAR] },
      to: { path: OPENS_GRAMMAR },
    },
    {
      name: 'only-the-ledger-speaks-sql',
      comment: 'SQL and its drivers stay in src/ledger',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/ledger/' },
      to: { path: 'node_modules/(kysely|pg|@electric-sql)/' },
    },
    {
      name: 'nothing-imports-the-command-line',
      comment: 'the command line composes; nothing below it knows it',
      severity: 'error',
      from: { path: '^src/(?!cli/)' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'no-circular',
      comment: 'two files that need each other are one file, or need a third',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'an import that resolves to nothing',
      severity: 'error',
      from: { path: '^src/', pathNot: '[.]test[.]tsx?$' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-test-in-the-product',
      comment: 'code that ships imports no test',
      severity: 'error',
      from: { path: '^src/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '([.]test[.]tsx?$|^test/)' },
    },
    {
      name: 'no-development-package-in-the-product',
      comment: 'what ships uses dependencies, not devDependencies (the desk is bundled, so its packages may be)',
      severity: 'error',
      from: { path: '^src/', pathNot: ['[.]test[.]tsx?$', '^src/publish/desk/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['development', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
