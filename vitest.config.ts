import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'scripts/**/*.test.ts',
      'house/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    environment: 'node',
    // Own processes: tests of the store kill, lock and fill disks.
    pool: 'forks',
    // Generous, because they run beside other work on small machines. A test that starts and kills
    // processes sets its own limit in its file (up to 120 s).
    testTimeout: 15_000,
    hookTimeout: 30_000,
    // A mock that survives its test is another test's bug.
    restoreMocks: true,
    unstubEnvs: true,
    coverage: {
      provider: 'v8',
      include: ['src/core/**', 'src/ipc/**', 'src/main/store/**'],
      exclude: ['**/*.test.ts', '**/*.json', '**/testing/**', '**/fixtures/**'],
      reporter: ['text-summary', 'json-summary', 'html'],
      // Floors, by folder: what decides (core), what guards (ipc) and what keeps (store). The window
      // is covered by the end-to-end tests instead.
      thresholds: {
        'src/core/{codebook,log,model,search,statistics,text}/**': {
          statements: 97.5,
          branches: 92,
        },
        // Numbers out of lists: each index has a branch for what cannot be missing.
        'src/core/agreement/**': { statements: 95.5, branches: 83 },
        // Half of what a reader of others’ files does is to refuse; and shared samples may be absent.
        'src/core/formats/**': { statements: 88, branches: 72 },
        'src/ipc/**': { statements: 93, branches: 85 },
        'src/main/store/**': { statements: 93, branches: 85 },
      },
    },
  },
});
