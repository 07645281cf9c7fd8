import type { KnipConfig } from 'knip';

/** The imports of a style sheet, as imports that knip understands. */
const importsOf = (css: string): string =>
  [...css.matchAll(/@import\s+(?:url\()?(?<path>'[^']+'|"[^"]+")/g)]
    .map(({ groups }) => `import ${groups?.['path'] ?? ''};`)
    .join('\n');

const config: KnipConfig = {
  // What is started or loaded by name rather than imported. Tests and the configs of tools are found
  // by knip itself. `!` marks what is shipped, for `knip --production`.
  entry: [
    'src/main/index.ts!',
    'src/renderer/main.tsx!',
    'src/cli/index.ts!',
    'src/main/importers/worker.ts!',
    'src/main/search/worker.ts!',
    'src/main/service/agreement-worker.ts!',
    'scripts/*.mjs',
    'scripts/setup/default-app/main.mjs',
    'bench/*/run.mjs',
    // Bundled by path, to run as processes of their own.
    'bench/store/saving.ts',
    'bench/articles-panel/{driver.mjs,page/main.ts}',
    'bench/search/searching.ts',
    'bench/agreement/{measuring,reporting}.ts',
    'bench/agreement/report.mjs',
    'bench/formats/{list,measuring,blocking}.ts',
    'bench/render/{program,driver/main,page/main}.ts',
    'bench/start/bare.mjs',
    'src/main/store/testing/annotator.ts',
    'e2e/**/*.spec.ts',
  ],
  project: ['src/**/*.{ts,tsx,css}!', '{scripts,house,bench,e2e}/**/*.{ts,mjs}'],
  // They call other people's packages, which are not installed for the checks.
  ignore: ['bench/render/peers/**'],
  ignoreDependencies: [
    // Packages of the peers' own list, which the bench asks for from there.
    '@flatten-js/interval-tree',
    'node-interval-tree',
  ],
  // Of coreutils, where there are pipes.
  ignoreBinaries: ['mkfifo'],
  // An export that its own file uses as well is an interface, not a left-over.
  ignoreExportsUsedInFile: true,
  compilers: { css: importsOf },
};

export default config;
