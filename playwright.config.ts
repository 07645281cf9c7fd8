import { defineConfig } from '@playwright/test';
import { E2E_WORKERS } from './e2e/displays.ts';

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/prepare.ts',
  outputDir: 'test-results',
  // Each test starts (and may crash) an app of its own; each worker has a display of its own.
  workers: E2E_WORKERS,
  // A test that passes the second time has found something: no retries.
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  use: {
    screenshot: 'only-on-failure',
    // A trace of every test would be recorded to be thrown away, and costs a quarter of the time.
    trace: process.env['VERBALE_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    // Video needs an encoder that is not always there, and the launch hangs without it.
    video: 'off',
    actionTimeout: 10_000,
  },
  projects: [{ name: 'electron' }],
});
