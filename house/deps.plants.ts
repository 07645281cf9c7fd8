/** A file that breaks the named rule of .dependency-cruiser.cjs, and no other. */
export interface Plant {
  readonly rule: string;
  readonly file: string;
  readonly imports: string;
}

/** `from` is a path, or a whole statement where it matters how the path is imported. */
const plant = (rule: string, file: string, from?: string): Plant => ({
  rule,
  file,
  imports: from === undefined || from.startsWith('import') ? (from ?? '') : `import '${from}';`,
});

const types = (path: string): string => `import type { T } from '${path}';`;

const CORE: readonly Plant[] = [
  plant('core-knows-no-host', 'src/core/model/p-ipc.ts', '../../ipc/errors.ts'),
  plant('core-knows-no-host', 'src/core/text/p-store.ts', '../../main/store/disk.ts'),
  plant('core-knows-no-host', 'src/core/log/p-cli.ts', types('../../cli/args.ts')),
  plant('core-knows-no-host', 'src/core/review/p-state.ts', '../../renderer/state/project.ts'),
  plant('core-uses-zod-only', 'src/core/text/p-npm.ts', 'papaparse'),
  plant('core-uses-zod-only', 'src/core/model/p-csv.ts', 'papaparse'),
  plant('core-formats-use-pure-packages', 'src/core/formats/p-npm.ts', 'papaparse'),
  plant('core-uses-no-node', 'src/core/model/p-fs.ts', 'node:fs'),
  plant('core-uses-no-node', 'src/core/text/p-path.ts', 'path'),
  plant('core-base-is-lowest', 'src/core/p-base.ts', './model/span.ts'),
  plant('core-model-below-text', 'src/core/model/p-text.ts', '../text/offsets.ts'),
  plant('core-model-below-text', 'src/core/model/p-log.ts', types('../log/apply.ts')),
  plant('core-text-below-log', 'src/core/text/p-log.ts', '../log/apply.ts'),
  plant('core-log-below-capabilities', 'src/core/log/p-formats.ts', '../formats/csv.ts'),
  plant('core-log-below-capabilities', 'src/core/log/p-agreement.ts', '../agreement/kappa.ts'),
  plant('core-log-below-capabilities', 'src/core/log/p-suggest.ts', '../suggest/cues.ts'),
  plant('core-log-below-capabilities', 'src/core/log/p-codebook.ts', '../codebook/belongs.ts'),
  plant('core-text-below-log', 'src/core/text/p-codebook.ts', '../codebook/belongs.ts'),
  plant('core-codebook-below-capabilities', 'src/core/codebook/p-formats.ts', '../formats/csv.ts'),
  plant(
    'core-codebook-below-capabilities',
    'src/core/codebook/p-agreement.ts',
    types('../agreement/kappa.ts'),
  ),
  plant('core-formats-stand-alone', 'src/core/formats/p-agreement.ts', '../agreement/kappa.ts'),
  plant('core-formats-stand-alone', 'src/core/formats/p-review.ts', '../review/items.ts'),
  plant('core-formats-stand-alone', 'src/core/formats/p-datasets.ts', '../datasets/choice.ts'),
  plant(
    'core-datasets-choose-for-formats',
    'src/core/datasets/p-agreement.ts',
    '../agreement/kappa.ts',
  ),
  plant('core-agreement-below-review', 'src/core/agreement/p-review.ts', '../review/items.ts'),
  plant('core-agreement-below-review', 'src/core/agreement/p-formats.ts', '../formats/csv.ts'),
  plant('core-suggest-stands-alone', 'src/core/suggest/p-formats.ts', '../formats/csv.ts'),
  plant('core-suggest-stands-alone', 'src/core/suggest/p-agreement.ts', '../agreement/kappa.ts'),
  plant('core-log-below-capabilities', 'src/core/log/p-statistics.ts', '../statistics/tally.ts'),
  plant('core-formats-stand-alone', 'src/core/formats/p-statistics.ts', '../statistics/tally.ts'),
  plant('core-statistics-stands-alone', 'src/core/statistics/p-formats.ts', '../formats/csv.ts'),
  plant(
    'core-statistics-stands-alone',
    'src/core/statistics/p-agreement.ts',
    '../agreement/kappa.ts',
  ),
  plant('core-search-stands-alone', 'src/core/search/p-formats.ts', '../formats/csv.ts'),
  plant('core-statistics-stands-alone', 'src/core/statistics/p-search.ts', '../search/find.ts'),
  plant('core-review-uses-agreement-only', 'src/core/review/p-formats.ts', '../formats/csv.ts'),
  plant('core-review-uses-agreement-only', 'src/core/review/p-suggest.ts', '../suggest/cues.ts'),
];

const BORDER: readonly Plant[] = [
  plant('ipc-knows-neither-side', 'src/ipc/p-main.ts', '../main/service/service.ts'),
  plant('ipc-knows-neither-side', 'src/ipc/p-renderer.ts', types('../renderer/state/project.ts')),
  plant('ipc-uses-zod-only', 'src/ipc/p-npm.ts', 'papaparse'),
  plant('ipc-uses-no-node', 'src/ipc/p-node.ts', 'node:events'),
  plant(
    'preload-imports-electron-and-channel-only',
    'src/preload/p-core.ts',
    '../core/model/span.ts',
  ),
  plant('preload-imports-electron-and-channel-only', 'src/preload/p-ipc.ts', '../ipc/contract.ts'),
  plant('preload-imports-electron-and-channel-only', 'src/preload/p-zod.ts', 'zod'),
  plant('preload-imports-electron-and-channel-only', 'src/preload/p-fs.ts', 'node:fs'),
];

const MAIN: readonly Plant[] = [
  plant('electron-only-in-shell', 'src/main/service/p-electron.ts', 'electron'),
  plant('electron-only-in-shell', 'src/cli/p-electron.ts', types('electron')),
  plant('electron-only-in-shell', 'src/renderer/state/p-electron.ts', 'electron'),
  plant('lowdb-only-in-store', 'src/main/service/p-lowdb.ts', 'lowdb'),
  plant('lowdb-only-in-store', 'src/renderer/state/p-lowdb.ts', 'lowdb'),
  plant('parsers-only-in-importers', 'src/main/service/p-parse.ts', 'linkedom'),
  plant('view-libraries-only-in-renderer', 'src/main/service/p-react.ts', 'react'),
  plant('view-libraries-only-in-renderer', 'src/cli/p-zustand.ts', 'zustand'),
  plant('main-knows-no-page', 'src/main/service/p-page.ts', '../../renderer/state/project.ts'),
  plant('main-knows-no-page', 'src/main/shell/p-cli.ts', '../../cli/args.ts'),
  plant('store-knows-core-only', 'src/main/store/p-service.ts', '../service/service.ts'),
  plant('store-knows-core-only', 'src/main/store/p-ipc.ts', types('../../ipc/contract.ts')),
  plant('importers-know-core-only', 'src/main/importers/p-store.ts', '../store/disk.ts'),
  plant('importers-know-core-only', 'src/main/importers/p-ipc.ts', '../../ipc/errors.ts'),
  plant('search-knows-core-only', 'src/main/search/p-store.ts', '../store/disk.ts'),
  plant('search-knows-core-only', 'src/main/search/p-ipc.ts', types('../../ipc/errors.ts')),
  plant('index-libraries-only-in-search', 'src/main/service/p-sqlite.ts', 'node-sqlite3-wasm'),
  plant('index-libraries-only-in-search', 'src/cli/p-re2.ts', 're2js'),
  plant('service-knows-no-window', 'src/main/service/p-shell.ts', '../shell/window.ts'),
  plant('hub-knows-core-ipc-store-only', 'src/main/hub/p-service.ts', '../service/service.ts'),
  plant('cli-knows-service-and-store-only', 'src/cli/p-importers.ts', '../main/importers/html.ts'),
  plant('cli-knows-service-and-store-only', 'src/cli/p-shell.ts', '../main/shell/window.ts'),
  plant(
    'cli-knows-service-and-store-only',
    'src/cli/p-renderer.ts',
    '../renderer/state/project.ts',
  ),
  plant('entries-are-imported-by-nobody', 'src/main/shell/p-index.ts', '../index.ts'),
  plant('entries-are-imported-by-nobody', 'src/main/service/p-worker.ts', '../importers/worker.ts'),
  plant('entries-are-imported-by-nobody', 'src/main/service/p-thread.ts', '../search/worker.ts'),
];

const RENDERER: readonly Plant[] = [
  plant('renderer-knows-no-main', 'src/renderer/state/p-main.ts', '../../main/service/service.ts'),
  plant('renderer-knows-no-main', 'src/renderer/app/p-cli.ts', types('../../cli/args.ts')),
  plant('renderer-uses-no-node', 'src/renderer/state/p-node.ts', 'node:path'),
  plant('renderer-imports-no-zod', 'src/renderer/state/p-zod.ts', types('zod')),
  plant(
    'renderer-takes-types-of-the-contract-only',
    'src/renderer/state/p-contract.ts',
    '../../ipc/contract.ts',
  ),
  plant(
    'only-state-holds-the-client',
    'src/renderer/features/library/p-client.ts',
    '../../../ipc/client.ts',
  ),
  plant('only-state-holds-the-client', 'src/renderer/app/p-client.ts', '../../ipc/client.ts'),
  plant('words-know-nothing', 'src/renderer/words/p-ui.ts', '../ui/Button.tsx'),
  plant('words-know-nothing', 'src/renderer/words/p-core.ts', types('../../core/model/span.ts')),
  plant(
    'words-of-other-languages-come-when-chosen',
    'src/renderer/state/p-arabic.ts',
    '../words/ar/catalogue.ts',
  ),
  plant('words-only-in-words', 'src/renderer/state/p-i18next.ts', 'i18next'),
  plant('ui-is-dumb', 'src/renderer/ui/p-state.ts', '../state/project.ts'),
  plant('ui-is-dumb', 'src/renderer/ui/p-core.ts', types('../../core/model/span.ts')),
  plant('ui-holds-no-store', 'src/renderer/ui/p-store.ts', 'zustand'),
  plant(
    'state-below-features',
    'src/renderer/state/p-feature.ts',
    '../features/library/Library.tsx',
  ),
  plant('state-below-features', 'src/renderer/state/p-ui.ts', '../ui/Button.tsx'),
  plant(
    'feature-imports-no-feature',
    'src/renderer/features/library/p-feature.ts',
    '../annotate/Reader.tsx',
  ),
  plant('feature-knows-no-app', 'src/renderer/features/library/p-app.ts', '../../app/App.tsx'),
];

const EVERYWHERE: readonly Plant[] = [
  plant('no-file-off-the-map', 'src/core/utils/p-drawer.ts', '../model/span.ts'),
  plant('no-file-off-the-map', 'src/shared/p-drawer.ts', '../core/model/span.ts'),
  plant('src-stays-in-src', 'src/main/service/p-script.ts', '../../../scripts/start.mjs'),
  plant('no-test-is-imported', 'src/core/model/p-test.ts', './span.test.ts'),
  plant('builders-in-tests-only', 'src/core/text/p-builders.ts', '../testing/builders.ts'),
  plant('builders-in-tests-only', 'src/main/service/p-fake.ts', '../store/testing/fake.ts'),
  plant('no-dev-dependency-is-shipped', 'src/main/service/p-dev.ts', 'fast-check'),
  plant('no-unlisted-package', 'src/main/service/p-unlisted.ts', 'unlisted'),
  plant('no-unresolvable-import', 'src/main/service/p-nowhere.ts', './nowhere.ts'),
  plant('no-cycle', 'src/core/text/p-egg.ts', types('./p-hen.ts')),
  plant('no-orphan', 'src/core/text/p-orphan.ts'),
];

/** Every forbidden arrow, drawn. */
export const DEPS_PLANTS: readonly Plant[] = [
  ...CORE,
  ...BORDER,
  plant('channel-is-constants', 'src/ipc/channel.ts', './errors.ts'),
  ...MAIN,
  ...RENDERER,
  ...EVERYWHERE,
];

/** What plants need beside them: the other half of a cycle, which is reported once. */
export const DEPS_COMPANIONS = {
  'src/core/text/p-hen.ts': "import type { T } from './p-egg.ts';\n",
};

/** A way round: each step is an allowed arrow, yet zod arrives in the page. */
export const REACH_PLANTS: readonly Plant[] = [
  plant(
    'page-never-reaches-zod',
    'src/renderer/state/p-reach.ts',
    "import { spanSchema } from '../../core/model/schema.ts';\nexport const schema = spanSchema;",
  ),
];
