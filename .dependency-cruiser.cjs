/**
 * Who may import whom, as one named rule for each forbidden arrow. The picture is in
 * ARCHITECTURE.md. Every rule here has a planted violation in house/deps.plants.ts, and a rule
 * without a plant fails the house test: a rule that never fires is worse than none.
 *
 * Type-only imports count as imports (`tsPreCompilationDeps`): a type that points upward couples
 * two layers as surely as a call does.
 */

const TEST = '\\.test\\.tsx?$';
const BUILDERS = '/testing/';
/** Files that are never shipped, and so may use Node, vitest and the builders. */
const NOT_SHIPPED = [TEST, BUILDERS];
/** @type {import('dependency-cruiser').DependencyType[]} */
const NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg'];

/** @param {string} name in node_modules */
const pkg = (name) => `(^|/)node_modules/(@types/)?${name}/`;

/** Libraries that draw, or hold the state of what is drawn. */
const VIEW_LIBRARIES = [
  '@base-ui/react',
  '@fontsource-variable',
  'clsx',
  'lucide-react',
  'markdown-it',
  'react',
  'react-dom',
  'virtua',
  'zustand',
].map(pkg);

/** Parsers that see untrusted bytes: only inside the limits of the import worker. */
const PARSERS = [
  '@mozilla/readability',
  'chardet',
  'linkedom',
  'papaparse',
  'mammoth',
  'postal-mime',
  'unpdf',
].map(pkg);

/** The index and the regular expressions of the search: only in its thread. */
const INDEX_LIBRARIES = ['node-sqlite3-wasm', 're2js'].map(pkg);

/** The only module of the border that a sandboxed preload may load: constants and types. */
const CHANNEL = '^src/ipc/channel\\.ts$';

/** @type {import('dependency-cruiser').IRegularForbiddenRuleType[]} */
const core = [
  {
    name: 'core-knows-no-host',
    comment: 'The core is the product without a screen or a disk: it knows nothing above it.',
    from: { path: '^src/core/' },
    to: { path: '^src/(ipc|main|cli|preload|renderer)/' },
  },
  {
    name: 'core-uses-zod-only',
    comment: 'A second package in the core would have to run in every host, for ever.',
    from: { path: '^src/core/', pathNot: [...NOT_SHIPPED, '^src/core/formats/'] },
    to: { dependencyTypes: NPM, pathNot: pkg('zod') },
  },
  {
    name: 'core-formats-use-pure-packages',
    comment:
      'Containers of files are read and written by packages that need no host (decision 0014).',
    from: { path: '^src/core/formats/', pathNot: NOT_SHIPPED },
    to: {
      dependencyTypes: NPM,
      pathNot: [
        'zod',
        'saxes',
        'xmlchars',
        'fflate',
        'hyparquet',
        'hyparquet-writer',
        '@msgpack/msgpack',
        'yaml',
      ].map(pkg),
    },
  },
  {
    name: 'core-uses-no-node',
    comment: 'The core also runs in the page, where Node does not exist.',
    from: { path: '^src/core/', pathNot: NOT_SHIPPED },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'core-base-is-lowest',
    comment: 'Files directly in core (Result) are below every folder of it.',
    from: { path: '^src/core/[^/]+$', pathNot: NOT_SHIPPED },
    to: { path: '^src/core/[^/]+/' },
  },
  {
    name: 'core-model-below-text',
    comment: 'The nouns know no operation on them.',
    from: { path: '^src/core/model/' },
    to: {
      path: '^src/core/(text|log|codebook|datasets|formats|agreement|review|search|statistics|suggest)/',
    },
  },
  {
    name: 'core-text-below-log',
    comment: 'Positions in text know nothing of how edits are stored.',
    from: { path: '^src/core/text/' },
    to: {
      path: '^src/core/(log|codebook|datasets|formats|agreement|review|search|statistics|suggest)/',
    },
  },
  {
    name: 'core-log-below-capabilities',
    comment: 'One op, one commit: the log serves every capability and depends on none.',
    from: { path: '^src/core/log/' },
    to: {
      path: '^src/core/(codebook|datasets|formats|agreement|review|search|statistics|suggest)/',
    },
  },
  {
    name: 'core-codebook-below-capabilities',
    comment: 'What a team agreed to mark is below everything that is done with the marks.',
    from: { path: '^src/core/codebook/' },
    to: { path: '^src/core/(datasets|formats|agreement|review|search|statistics|suggest)/' },
  },
  {
    name: 'core-formats-stand-alone',
    comment: 'A format is one file and one line in a list; no other capability is needed for it.',
    from: { path: '^src/core/formats/' },
    to: { path: '^src/core/(datasets|agreement|review|search|statistics|suggest)/' },
  },
  {
    name: 'core-datasets-choose-for-formats',
    comment: 'What goes into a dataset is chosen before a format sees it, and measures nothing.',
    from: { path: '^src/core/datasets/' },
    to: { path: '^src/core/(agreement|review|search|statistics|suggest)/' },
  },
  {
    name: 'core-agreement-below-review',
    comment: 'A measure does not know what people decide with it.',
    from: { path: '^src/core/agreement/' },
    to: { path: '^src/core/(datasets|formats|review|search|statistics|suggest)/' },
  },
  {
    name: 'core-suggest-stands-alone',
    comment: 'Suggestions can be removed without a trace.',
    from: { path: '^src/core/suggest/' },
    to: { path: '^src/core/(datasets|formats|agreement|review|search|statistics)/' },
  },
  {
    name: 'core-statistics-stands-alone',
    comment: 'Counting is neither measuring agreement nor writing files; it can be removed alone.',
    from: { path: '^src/core/statistics/' },
    to: { path: '^src/core/(datasets|formats|agreement|review|search|suggest)/' },
  },
  {
    name: 'core-search-stands-alone',
    comment: 'Finding words needs no other capability, and none needs it.',
    from: { path: '^src/core/search/' },
    to: { path: '^src/core/(datasets|formats|agreement|review|statistics|suggest)/' },
  },
  {
    name: 'core-review-uses-agreement-only',
    comment: 'Review builds on agreement, not on files or suggestions.',
    from: { path: '^src/core/review/' },
    to: { path: '^src/core/(datasets|formats|search|statistics|suggest)/' },
  },
];

/** @type {import('dependency-cruiser').IRegularForbiddenRuleType[]} */
const border = [
  {
    name: 'ipc-knows-neither-side',
    comment: 'The border is a contract; whoever keeps it, on either side, is not its business.',
    from: { path: '^src/ipc/' },
    to: { path: '^src/(main|cli|preload|renderer)/' },
  },
  {
    name: 'ipc-uses-zod-only',
    comment: 'Both sides load the border.',
    from: { path: '^src/ipc/', pathNot: NOT_SHIPPED },
    to: { dependencyTypes: NPM, pathNot: pkg('zod') },
  },
  {
    name: 'ipc-uses-no-node',
    comment: 'Both sides load the border, and one of them is a page.',
    from: { path: '^src/ipc/', pathNot: NOT_SHIPPED },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'preload-imports-electron-and-channel-only',
    comment: 'A sandboxed preload is ten lines; with zod or a contract in it, it does not load.',
    from: { path: '^src/preload/', pathNot: TEST },
    to: { pathNot: [pkg('electron'), CHANNEL, '^src/preload/', '^electron$'] },
  },
  {
    name: 'channel-is-constants',
    comment: 'The preload loads this file, so at run time it must pull in nothing.',
    from: { path: CHANNEL },
    to: { dependencyTypesNot: ['type-only'] },
  },
];

/** @type {import('dependency-cruiser').IRegularForbiddenRuleType[]} */
const main = [
  {
    name: 'electron-only-in-shell',
    comment: 'All of main but its shell runs under plain Node: CLI, hub and tests need no window.',
    from: {
      path: '^src/',
      pathNot: ['^src/main/shell/', '^src/main/index\\.ts$', '^src/preload/'],
    },
    to: { path: [pkg('electron'), '^electron$'] },
  },
  {
    name: 'lowdb-only-in-store',
    comment: 'Durability is decided in one folder; nobody else may write project files.',
    from: { path: '^src/', pathNot: '^src/main/store/' },
    to: { path: pkg('lowdb') },
  },
  {
    name: 'parsers-only-in-importers',
    comment:
      'Untrusted bytes are parsed in the worker process with time and memory limits. Core and ipc, which may name even less, have rules of their own.',
    from: { path: '^src/', pathNot: '^src/(main/importers|core|ipc)/' },
    to: { path: PARSERS },
  },
  {
    name: 'view-libraries-only-in-renderer',
    comment: 'Nothing outside the page draws.',
    from: { path: '^src/', pathNot: ['^src/renderer/', TEST] },
    to: { path: VIEW_LIBRARIES },
  },
  {
    name: 'main-knows-no-page',
    comment: 'Main serves whoever speaks the contract: a window, the command line, a test.',
    from: { path: '^src/main/' },
    to: { path: '^src/(renderer|preload|cli)/' },
  },
  {
    name: 'store-knows-core-only',
    comment: 'The store keeps bytes; rules are in core and orders come from the service.',
    from: { path: '^src/main/store/' },
    to: { path: '^src/(ipc|main)/', pathNot: '^src/main/store/' },
  },
  {
    name: 'importers-know-core-only',
    comment: 'An importer turns bytes into a value; it neither stores nor answers calls.',
    from: { path: '^src/main/importers/' },
    to: { path: '^src/(ipc|main)/', pathNot: '^src/main/importers/' },
  },
  {
    name: 'search-knows-core-only',
    comment:
      'The searching thread is told what to keep and asked; it neither stores nor answers calls.',
    from: { path: '^src/main/search/' },
    to: { path: '^src/(ipc|main)/', pathNot: '^src/main/search/' },
  },
  {
    name: 'index-libraries-only-in-search',
    comment: 'What runs for seconds, runs in the searching thread.',
    from: { path: '^src/', pathNot: '^src/main/search/' },
    to: { path: INDEX_LIBRARIES },
  },
  {
    name: 'service-knows-no-window',
    comment: 'The service runs without a window, so it cannot know the shell or the wiring.',
    from: { path: '^src/main/service/' },
    to: { path: '^src/main/(shell/|[^/]+$)' },
  },
  {
    name: 'hub-knows-core-ipc-store-only',
    comment: 'The team hub runs on a server: no service of one analyst, no importers, no window.',
    from: { path: '^src/main/hub/' },
    to: { path: '^src/main/', pathNot: '^src/main/(hub|store)/' },
  },
  {
    name: 'cli-knows-service-and-store-only',
    comment: 'The command line is the same service and store without a window.',
    from: { path: '^src/cli/', pathNot: TEST },
    to: { path: '^src/(main/(?!service/|hub/|store/)|preload/|renderer/)' },
  },
  {
    name: 'entries-are-imported-by-nobody',
    comment: 'An entry wires and starts things; importing it would start them twice.',
    from: { path: '^src/', pathNot: TEST },
    to: {
      path: '^src/(main/index|main/(importers|search)/worker|cli/index|preload/index|renderer/main)\\.tsx?$',
    },
  },
];

/** @type {import('dependency-cruiser').IRegularForbiddenRuleType[]} */
const renderer = [
  {
    name: 'renderer-knows-no-main',
    comment: 'The page proposes over the border; it never reaches across it.',
    from: { path: '^src/renderer/' },
    to: { path: '^src/(main|cli|preload)/' },
  },
  {
    name: 'renderer-uses-no-node',
    comment: 'The page is sandboxed: Node does not exist there.',
    from: { path: '^src/renderer/', pathNot: TEST },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'renderer-imports-no-zod',
    comment: 'zod probes `new Function`, which the content policy forbids and reports.',
    from: { path: '^src/renderer/', pathNot: TEST },
    to: { path: pkg('zod') },
  },
  {
    name: 'renderer-takes-types-of-the-contract-only',
    comment:
      'At run time the page needs the client, the errors and what dialogs say; schemas stay in main.',
    from: { path: '^src/renderer/', pathNot: TEST },
    to: {
      path: '^src/ipc/',
      pathNot: ['^src/ipc/(client|errors|shell-word-list)\\.ts$', CHANNEL],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'only-state-holds-the-client',
    comment: 'One place talks to main, so that there is one read model and one undo.',
    from: { path: '^src/renderer/', pathNot: ['^src/renderer/state/', TEST] },
    to: { path: '^src/ipc/client\\.ts$' },
  },
  {
    name: 'words-know-nothing',
    comment: 'The strings of the interface are below everything that shows them.',
    from: { path: '^src/renderer/words/', pathNot: TEST },
    to: { path: '^src/', pathNot: '^src/renderer/words/' },
  },
  {
    name: 'words-of-other-languages-come-when-chosen',
    comment: 'A language that is not shown must not be read at the start: `import()` fetches it.',
    from: { path: '^src/renderer/(?!words/ar/)', pathNot: TEST },
    to: { path: '^src/renderer/words/ar/', dependencyTypesNot: ['dynamic-import'] },
  },
  {
    name: 'words-only-in-words',
    comment: 'One place looks strings up, so that keys and parameters are checked everywhere.',
    from: { path: '^src/', pathNot: '^src/renderer/words/' },
    to: { path: pkg('i18next') },
  },
  {
    name: 'ui-is-dumb',
    comment: 'Pieces take values and callbacks: no core, no border, no state, no feature.',
    from: { path: '^src/renderer/ui/', pathNot: TEST },
    to: { path: '^src/', pathNot: '^src/renderer/(ui|words)/' },
  },
  {
    name: 'ui-holds-no-store',
    comment: 'A piece with a store of its own is not a dumb piece.',
    from: { path: '^src/renderer/ui/' },
    to: { path: pkg('zustand') },
  },
  {
    name: 'state-below-features',
    comment: 'The read model does not know who looks at it.',
    from: { path: '^src/renderer/state/' },
    to: { path: '^src/renderer/', pathNot: '^src/renderer/(state|words)/' },
  },
  {
    name: 'feature-imports-no-feature',
    comment: 'A capability can be added or removed alone; what two share moves to state or ui.',
    from: { path: '^src/renderer/features/([^/]+)/' },
    to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
  },
  {
    name: 'feature-knows-no-app',
    comment: 'The app lists features, not the other way round.',
    from: { path: '^src/renderer/features/' },
    to: { path: '^src/renderer/(app/|[^/]+$)' },
  },
];

/** @type {import('dependency-cruiser').IRegularForbiddenRuleType[]} */
const everywhere = [
  {
    name: 'no-file-off-the-map',
    comment: 'A folder that no rule knows is a folder that no rule guards: name it here first.',
    from: {
      path: '^src/',
      pathNot: [
        '^src/core/([^/]+$|(model|text|log|codebook|datasets|formats|agreement|review|search|statistics|suggest|testing)/)',
        '^src/(ipc|cli|preload)/',
        '^src/main/(index\\.ts$|(service|store|importers|search|hub|shell)/)',
        '^src/renderer/(main\\.tsx$|(words|ui|state|app)/|features/[^/]+/)',
      ],
    },
    to: {},
  },
  {
    name: 'src-stays-in-src',
    comment: 'What is shipped does not depend on tools, tests or benchmarks.',
    from: { path: '^src/', pathNot: NOT_SHIPPED },
    to: { path: '^(scripts|house|bench|e2e|docs)/' },
  },
  {
    name: 'no-test-is-imported',
    comment: 'A test is a leaf; what two tests share is a builder.',
    from: {},
    to: { path: TEST },
  },
  {
    name: 'builders-in-tests-only',
    comment: 'Builders make plausible values; shipped code gets real ones.',
    from: { path: '^src/', pathNot: NOT_SHIPPED },
    to: { path: BUILDERS },
  },
  {
    name: 'no-dev-dependency-is-shipped',
    comment: 'A development dependency is not in the packed app. (Electron is the host itself.)',
    from: { path: '^src/', pathNot: NOT_SHIPPED },
    to: {
      dependencyTypes: ['npm-dev'],
      // A package whose types come from a separate development package counts as both.
      dependencyTypesNot: ['npm'],
      pathNot: [pkg('electron'), '^electron$'],
    },
  },
  {
    name: 'no-unlisted-package',
    comment: 'A package that package.json does not list is there by chance.',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'no-unresolvable-import',
    comment: 'A path that leads nowhere.',
    from: { path: '^src/' },
    to: { couldNotResolve: true, pathNot: '\\?(raw|url|worker)$' },
  },
  {
    name: 'no-cycle',
    comment: 'Two modules that need each other are one module, or three.',
    from: { path: '^src/' },
    to: { circular: true },
  },
  {
    name: 'no-orphan',
    comment: 'Nobody imports it and it imports nobody: it is left over.',
    from: { orphan: true, pathNot: [TEST, '\\.d\\.ts$'] },
    to: {},
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...core, ...border, ...main, ...renderer, ...everywhere].map((rule) => ({
    severity: 'error',
    ...rule,
  })),
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    extraExtensionsToScan: [],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.d.ts', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
};
